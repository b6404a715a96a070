import type { ConditionName } from "#lib/expressions/functions";
import type { ComparisonOperator, RankEnd } from "#lib/expressions/tree";
import type { Cell } from "#lib/series/observation";
import type { Period } from "#lib/series/period";

/**
 * A computation spelled out over single cells: what an expression comes to when its series, ranges and vintages have been
 * looked up. Plain data, so that a program that knows nothing of the language can do it again; `recheck.mjs` does.
 */
export type Step =
  /** A figure that was written out, in base units (whole dollars). */
  | { readonly op: "number"; readonly value: string }
  /** A period that was written out; null for `none`. */
  | { readonly op: "period"; readonly period: Period | null }
  /** A cell by its name: the value of a row of cells.csv, times its multiplier. */
  | string
  | { readonly op: PlainOperation; readonly of: readonly Step[] }
  /** The place of the first among all, itself included: one more than there are beyond it. */
  | { readonly op: "rank"; readonly from: RankEnd; readonly of: readonly Step[] }
  /** Percent a year that leads from the second to the first in so many months. */
  | { readonly op: "growth"; readonly months: number; readonly of: readonly Step[] }
  | { readonly op: "compare"; readonly relation: ComparisonOperator; readonly of: readonly Step[] }
  | { readonly op: TimelineOperation; readonly periods: readonly PeriodStep[] }
  /** `run`: how many in a row meet the condition, counted back from the last. `count`: how many do. */
  | {
      readonly op: "run" | "count";
      readonly condition: ConditionName;
      readonly periods: readonly PeriodStep[];
    }
  /** The second, for which the first had to give this period. */
  | { readonly op: "given"; readonly period: Period; readonly of: readonly Step[] };

/** What is done with one, two or many values, in their order. */
export type PlainOperation =
  | "sum"
  | "mean"
  | "smallest"
  | "largest"
  | "difference"
  | "product"
  | "quotient"
  | "percent"
  | "negative"
  | "absolute"
  | "and"
  | "or";

/** What gives a period of those listed. `lowest-since`: the latest but the last with a value as low as that of the last. */
export type TimelineOperation = "lowest-since" | "highest-since" | "latest" | "first";

/** The value of one period; in a list the oldest comes first. */
export interface PeriodStep {
  readonly period: Period;
  readonly value: Step;
}

/** The name of a cell: its series, its period, and the vintage that first had its value. */
export function cellName({ key, period, knownFrom }: Pick<Cell, "key" | "period" | "knownFrom">) {
  return `${key}/${period}/${knownFrom}`;
}
