import type { VintageDate } from "#lib/series/observation";
import type { Transformation } from "./transformation.ts";

export type ChartForm =
  | "line"
  | "bar"
  | "area"
  | "stacked-area"
  | "stacked-bar"
  | "small-multiples"
  | "slope"
  | "fan"
  | "grouped-bar"
  | "ranked-bar"
  | "tile-map";

/** Parts of the globe, from west to east; a map of tiles has a block for each. */
export const blocks = ["Americas", "Europe and Africa", "Asia and the Pacific"] as const;

/** Where on the globe an area lies, in whole degrees, east and north counted up. */
export interface GlobePlace {
  readonly block: (typeof blocks)[number];
  readonly east: number;
  readonly north: number;
}

/** A chart's figures after transformation: what every form of the chart is drawn from. Plain data. */
export interface PlottedChart {
  readonly id: string;
  readonly form: ChartForm;
  readonly asOf: VintageDate;
  readonly transformation: Transformation;
  /** "billion U.S. dollars", "percent" */
  readonly unit: string;
  /** Periods (`line`, `bar`) or categories along the axis, in order. */
  readonly positions: readonly string[];
  /** The same as a reader reads them: "December 2025", "Japan". */
  readonly names: readonly string[];
  readonly series: readonly PlottedSeries[];
  /** Positions drawn in the accent colour although their series is not emphasised. */
  readonly highlighted: readonly string[];
  /** Where the way of measuring changed; with a text it is drawn as a line, without as a mark on the axis. */
  readonly breaks: readonly { readonly position: string; readonly text: string | null }[];
  /** A few words at a point of a line; without figures, so that there is nothing to check. */
  readonly notes: readonly {
    readonly position: string;
    readonly series: string;
    readonly text: string;
  }[];
  /** The same figures as another vintage had them, where a reader compares two. */
  readonly compared?: ComparedVintage;
  /** What each panel of small multiples holds. */
  readonly panel?: "line" | "bar";
  /** Where the positions of a map lie, one for each. */
  readonly places?: readonly GlobePlace[];
}

/** What another vintage says of the figures of a chart. */
export interface ComparedVintage {
  readonly asOf: VintageDate;
  /** One for each series of the chart, in its order. */
  readonly series: readonly ComparedSeries[];
}

/** The figures of one series in another vintage, at the chart's own positions; null where that vintage has none. */
export interface ComparedSeries {
  /** Exact decimals in the chart's unit. */
  readonly values: readonly (string | null)[];
  readonly texts: readonly (string | null)[];
  /** The chart's figure less this one, exact and ready to print; null where either is missing. */
  readonly differences: readonly (string | null)[];
  readonly differenceTexts: readonly (string | null)[];
}

/** Label of a line that needs no name in the picture, because it is alone there; a table has it over the column. */
export const plainLabel = "Value";

/** One line or set of bars. */
export interface PlottedSeries {
  readonly label: string;
  /** The one that matters is drawn in the accent colour. */
  readonly emphasis: boolean;
  /** Exact decimals in the chart's unit, one for each position; null where there is no figure. */
  readonly values: readonly (string | null)[];
  /** The same, rounded and ready to print ("1,185.5", "−38.8"); null where there is no figure. */
  readonly texts: readonly (string | null)[];
  /** Keys of the series read: one for each position when the positions are categories, else one. */
  readonly keys: readonly string[];
  /** The period all values are about when the positions are categories, else null. */
  readonly period: string | null;
  /** The vintage its figures are of, where that is not the chart's. */
  readonly vintage?: VintageDate;
}

/** Whether the positions are periods: lines and columns over time. */
export function runsOverTime(form: ChartForm): boolean {
  return form !== "grouped-bar" && form !== "ranked-bar" && form !== "tile-map";
}
