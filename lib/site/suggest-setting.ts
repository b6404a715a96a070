import { formatProblem } from "#lib/series/problem";
import { listAreas } from "#lib/store/area-rows";
import { createReader } from "#lib/store/reader";
import { revisionsOf } from "#lib/store/revisions-of";
import { listSeries } from "#lib/store/series-rows";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import type { SuggestSetting } from "#lib/suggest/setting";
import { loadNouns } from "./load-nouns.ts";

/**
 * What texts are held against: the store as it stands. It may be kept for as long as `storeHolds` gives the same. Throws
 * for nouns with problems, which the gate reports in full.
 */
export async function loadSuggestSetting(store: Store): Promise<SuggestSetting> {
  const [nouns, series, areas, releases] = await Promise.all([
    loadNouns(),
    listSeries(store),
    listAreas(store),
    listReleases(store),
  ]);
  if (!nouns.ok) {
    throw new Error(
      `content/nouns.yml cannot be read:\n${nouns.problems.map(formatProblem).join("\n")}`,
    );
  }
  return {
    reader: createReader(store),
    revisions: (keys, range) => revisionsOf(store, keys, range),
    series,
    areas,
    nouns: nouns.value,
    vintages: releases.flatMap(({ vintages }) => vintages),
  };
}
