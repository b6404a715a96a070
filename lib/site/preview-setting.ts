import path from "node:path";
import type { ChartHeadline } from "#lib/articles/article";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import { fixedReader } from "#lib/series/fixed-reader";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import { revisionsReader } from "#lib/series/revisions-reader";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import { createReader } from "#lib/store/reader";
import { revisionsOf } from "#lib/store/revisions-of";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import { viewChart, type ChartViewed } from "./chart-view.ts";
import type { ArticleAmongOthers } from "./check-between.ts";
import type { CheckSetting } from "./check-one.ts";
import { contentState } from "./content-state.ts";
import { loadHeadlines } from "./content.ts";
import { loadWords } from "./load-words.ts";
import { openBetween, type FindBetween } from "./preview-between.ts";
import { storeHolds } from "./holds.ts";

/** What articles are held against, and what it was made of. */
export interface PreviewSetting extends CheckSetting {
  /** Changes when the store or a file that all articles rest on does. */
  readonly mark: string;
  readonly headlines: ReadonlyMap<string, ChartHeadline>;
  /** Problems of charts and of files of words, by file. */
  readonly problems: readonly Problem[];
  /** Answers for all vintages from memory. */
  readonly revisions: SeriesReader;
  /** A chart as known on a day, drawn once. */
  readonly viewChart: (id: string, asOf: VintageDate) => Promise<ChartViewed>;
  /** What keeps an article from standing beside the others as they are now. */
  readonly between: (article: ArticleAmongOthers) => Promise<Problem[]>;
}

/** Gives the setting as it is now, made again when something of it has changed: an editor asks at each save. */
export function keepSetting(
  store: Store,
  folder: string,
  now: () => Date,
): () => Promise<PreviewSetting> {
  const between = openBetween(folder, now);
  let kept: { readonly mark: string; readonly setting: Promise<PreviewSetting> } | undefined;
  return async () => {
    const mark = `${await storeHolds(store)} ${contentState(folder).shared}`;
    if (kept?.mark === mark) return kept.setting;
    const made = { mark, setting: makeSetting({ store, folder, mark, between }) };
    kept = made;
    made.setting.catch(() => {
      if (kept === made) kept = undefined;
    });
    return made.setting;
  };
}

async function makeSetting({
  store,
  folder,
  mark,
  between,
}: {
  readonly store: Store;
  readonly folder: string;
  readonly mark: string;
  readonly between: FindBetween;
}): Promise<PreviewSetting> {
  const reader = createReader(store);
  const [releases, { headlines, problems }, { words, problems: inWords }] = await Promise.all([
    listReleases(store),
    loadHeadlines(folder),
    loadWords(folder),
  ]);
  const whole = fixedReader(wholeSeriesReader(rememberingReader(reader)));
  const views = new Map<string, Promise<ChartViewed>>();
  return {
    ...words,
    mark,
    viewChart: (id, asOf) => {
      const name = `${asOf} ${id}`;
      const view = views.get(name) ?? viewChart(id, whole, asOf, path.join(folder, "charts"));
      views.set(name, view);
      view.catch(() => views.delete(name));
      return view;
    },
    between: (article) => between(article, headlines),
    headlines,
    folder,
    problems: [...problems, ...inWords],
    heldVintages: releases.flatMap(({ vintages }) => vintages),
    reader: whole,
    revisions: revisionsReader(reader, (keys) => revisionsOf(store, keys)),
  };
}
