import type { Nouns } from "#lib/nouns/nouns";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { PeriodRange, SeriesReader } from "#lib/series/reader";
import type { Area, Series } from "#lib/series/series";
import type { Vintage } from "#lib/series/vintage";

/**
 * All that any vintage said of the series: by key, the cells by period and then by the vintage that first printed them,
 * the withdrawn ones too.
 */
export type ReadRevisions = (
  keys: readonly string[],
  range?: PeriodRange,
) => Promise<ReadonlyMap<string, readonly Cell[]>>;

/** What a text is held against. */
export interface SuggestSetting {
  readonly reader: Pick<SeriesReader, "describe" | "nearestKeys" | "peers" | "vintages">;
  readonly revisions: ReadRevisions;
  /** All of the store. */
  readonly series: readonly Series[];
  readonly areas: readonly Area[];
  readonly nouns: Nouns;
  /** Of all releases. */
  readonly vintages: readonly Vintage[];
}

/** What is known of a text besides its words. */
export interface SuggestOptions {
  /** The vintage that the text says it was written at: outcomes are of it. Null: of the newest. */
  readonly asOf?: VintageDate | null;
  /** The day of the text, where it does not say itself. */
  readonly written?: VintageDate | null;
  /** What goes without saying, as in the `about` of an article. */
  readonly about?: string;
}
