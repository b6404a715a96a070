import type { VintageDate } from "#lib/series/observation";

/** What is shown of a series. */
export type Transformation = "level" | "change" | "sum-12" | "pct-change";

/** A chart's figures after transformation: what every form of the chart is drawn from. Plain data. */
export interface PlottedChart {
  readonly id: string;
  readonly form: "line" | "bar" | "grouped-bar" | "ranked-bar";
  readonly asOf: VintageDate;
  readonly transformation: Transformation;
  /** "billion U.S. dollars", "percent" */
  readonly unit: string;
  /** Periods or categories along the axis, in order. */
  readonly positions: readonly string[];
  readonly series: readonly PlottedSeries[];
}

/** One line or set of bars. */
export interface PlottedSeries {
  readonly label: string;
  /** The one that matters is drawn in the accent colour. */
  readonly emphasis: boolean;
  /** Exact decimals in the chart's unit, one for each position; null where there is no figure. */
  readonly values: readonly (string | null)[];
  /** Keys of the series read. */
  readonly keys: readonly string[];
}
