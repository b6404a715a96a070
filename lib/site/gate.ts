import path from "node:path";
import { loadArticle, type LoadedArticle } from "#lib/articles/article";
import type { CheckedArticle } from "#lib/articles/check-article";
import type { Problem } from "#lib/series/problem";
import { fixedReader } from "#lib/series/fixed-reader";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Vintage } from "#lib/series/vintage";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import type { BesideReport } from "./beside-report.ts";
import { checkLoneCharts } from "./check-lone-charts.ts";
import { checkOne } from "./check-one.ts";
import { contentState } from "./content-state.ts";
import { loadHeadlines } from "./content.ts";
import { loadWords } from "./load-words.ts";
import { namedCharts } from "./shown-content.ts";
import type { TraceGround } from "./trace.ts";

/** What the gate found in one article; `checked` is null when it could not be made sense of. */
export interface LookedAt {
  readonly checked: CheckedArticle | null;
  readonly problems: readonly Problem[];
  readonly isDraft: boolean;
}

/** All that articles are held against, read once. */
export interface Gate {
  /** The figures, which it keeps when it has been told them. */
  readonly reader: SeriesReader;
  /** Held against its own figures, unless others are given: then nothing is known of them from looking at others. */
  readonly look: (slug: string, ground?: TraceGround) => Promise<LookedAt>;
  /** What is wrong besides the articles, with words and charts; charts that only drafts name are told apart. */
  problemsBeside(ground?: TraceGround): Promise<BesideReport>;
}

export async function openGate(
  reader: SeriesReader,
  heldVintages: readonly Vintage[],
  folder: string,
): Promise<Gate> {
  const { headlines, problems: inCharts } = await loadHeadlines(folder);
  const { words, problems: inWords } = await loadWords(folder);
  const setting = {
    ...{ reader: fixedReader(wholeSeriesReader(rememberingReader(reader))), heldVintages, folder },
    ...words,
  };
  return {
    reader: setting.reader,
    look: async (slug, ground) => {
      const loaded: LoadedArticle = await loadArticle(
        path.join(folder, "articles"),
        slug,
        headlines,
      );
      const { article, problems: unread, isDraft } = loaded;
      if (article === null) return { checked: null, problems: unread, isDraft };
      const { checked, problems } = await checkOne(
        article,
        ground ? { ...setting, ...ground } : setting,
      );
      return { checked, problems: [...unread, ...problems], isDraft };
    },
    problemsBeside: async (ground) => {
      const named = namedCharts(contentState(folder), { has: () => false });
      const isHidden = ({ at }: Problem) => named.get(path.basename(at.file, ".yml")) === "draft";
      return {
        blocking: [
          ...inWords,
          ...inCharts.filter((problem) => !isHidden(problem)),
          ...(await checkLoneCharts(
            { headlines, named },
            ground ? { ...setting, ...ground } : setting,
          )),
        ],
        ofDrafts: inCharts.filter(isHidden),
      };
    },
  };
}
