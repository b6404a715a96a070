import type { CheckedArticle } from "#lib/articles/check-article";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Vintage } from "#lib/series/vintage";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import { checkIds, namedId } from "./check-ids.ts";
import { checkLoneCharts } from "./check-lone-charts.ts";
import { checkOne } from "./check-one.ts";
import { contentFolder, loadArticles } from "./content.ts";
import { loadWords } from "./load-words.ts";

/** What the gate found in all content. */
export interface ContentReport {
  readonly articles: readonly CheckedArticle[];
  /** By file, then by place. */
  readonly problems: readonly Problem[];
}

/**
 * The gate: every article read, every claim decided at its vintage, every figure accounted for, every mark still there.
 * Anything in `problems` stops the build.
 */
export async function checkContent(
  reader: SeriesReader,
  heldVintages: readonly Vintage[],
  folder = contentFolder,
): Promise<ContentReport> {
  const loaded = await loadArticles(folder);
  const { words, problems: inWords } = await loadWords(folder);
  const once = wholeSeriesReader(rememberingReader(reader));
  const setting = { reader: once, heldVintages, ...words, folder };
  const articles: CheckedArticle[] = [];
  const found = [inWords, loaded.problems];
  for (const article of loaded.articles) {
    const { checked, problems } = await checkOne(article, setting);
    articles.push(checked);
    found.push(problems);
  }
  found.push(await checkLoneCharts(loaded.headlines, setting));
  found.push(checkIds(loaded.articles.map(namedId)));
  return { articles, problems: found.flat().sort(byPlace) };
}

/** Problems in the order of files, and of places in each. */
export function byPlace({ at: left }: Problem, { at: right }: Problem): number {
  return (
    left.file.localeCompare(right.file, "en") ||
    left.line - right.line ||
    left.column - right.column
  );
}
