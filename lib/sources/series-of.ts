import type { Series } from "#lib/series/series";
import type { Catalogue } from "./catalogue.ts";
import { formatOf } from "./formats.ts";
import { knownSeries } from "./known-series.ts";

/** Every series a release could hold, by key: each area it names with each class and measure. */
export function seriesOf(catalogue: Catalogue, release: string): ReadonlyMap<string, Series> {
  return knownSeries(catalogue, formatOf(release));
}
