import type { Frequency } from "./frequency.ts";
import type { Period } from "./period.ts";
import type { Multiplier, Unit } from "./unit.ts";

/**
 * - `stock`: a level at the end of a period (holdings). Never summed over time.
 * - `flow`: what happened during a period (net purchases).
 * - `valuation`: the part of a change in a stock that prices explain.
 */
export type SeriesKind = "stock" | "flow" | "valuation";

/** From `period` on, a series is measured in another way: a difference across it is not a change. */
export interface SeriesBreak {
  readonly period: Period;
  readonly text: string;
}

/** One line of figures, with all that is needed to read it rightly. */
export interface Series {
  /** `<release>.<class>.<measure>.<area>`, e.g. `slt1.total.net.grand-total`; `mfh.holdings.japan` has no class. */
  readonly key: string;
  /** Slug of the release it is published in: `slt1`, `mfh`. */
  readonly release: string;
  /** Class of security (`treasuries`, `equities`, …). */
  readonly securities: string;
  /** What is measured: `holdings`, `net`, `valuation`, … */
  readonly measure: string;
  /** Slug of the area. */
  readonly area: string;
  /** "Net purchases of U.S. equities by foreign residents: Japan" */
  readonly title: string;
  readonly kind: SeriesKind;
  readonly unit: Unit;
  readonly multiplier: Multiplier;
  readonly frequency: Frequency;
  /**
   * How many months each value covers, its own the last: 12 for a running twelve-month sum, else 1. Values that overlap are
   * never added up.
   */
  readonly window: 1 | 12;
  /**
   * Part of the file that speaks about periods of its own: the monthly, 12-month and yearly columns of a press release.
   * Empty where the whole file speaks about the same periods.
   */
  readonly section: string;
  /** What a positive value means, in one sentence. */
  readonly signConvention: string;
  /** Where the series stands in its source file. */
  readonly source: {
    readonly file: string;
    /** Machine name of the column, or a description where the file has none. */
    readonly field: string;
    /** Row name as the file prints it, and the TIC code where the file has one. */
    readonly row: string;
    readonly code: string | null;
  };
  /** Nouns an article may use for it ("net purchases of long-term securities"). */
  readonly names: readonly string[];
  readonly fredId: string | null;
  /** Oldest first. */
  readonly breaks: readonly SeriesBreak[];
  /** What a reader should know, in sentences: what is counted, and what is not. */
  readonly notes: readonly string[];
}

/**
 * A country is compared and ranked only with countries. Totals, regions, memo items ("Memo: Euro Area" lies inside
 * Europe) and "of which" rows must never be added to countries.
 */
export type AreaKind =
  | "country"
  | "region"
  | "memo"
  | "organisation"
  | "of-which"
  | "total"
  | "group";

/** A place or group of holders. */
export interface Area {
  /** Stable lower-case name used in keys: `china-mainland`. */
  readonly slug: string;
  /** TIC code; null for rows that only exist in files without codes. */
  readonly code: string | null;
  readonly name: string;
  readonly kind: AreaKind;
  /** Slug of the region whose total the Treasury counts it under; null for what is no country, and for Canada. */
  readonly region: string | null;
  /** ISO 3166-1 alpha-2; null where there is none. */
  readonly iso: string | null;
  /** The name each release prints, by slug of the release: `{ slt1: "China, Mainland" }`. */
  readonly names: Readonly<Record<string, string>>;
  /** What readers call it and no file does ("Britain", "UK"): for search alone, so the store gives none back. */
  readonly aliases?: readonly string[] | undefined;
}
