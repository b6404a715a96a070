import type { VintageDate } from "./observation.ts";
import type { Period } from "./period.ts";

/**
 * Published figures of one vintage that should add up and do not: recorded with the vintage and shown, never mended.
 * Amounts are in the unit of the series.
 */
export interface Violation {
  /** What should hold, as a reader would write it: "line 3 = line 4 + line 9". */
  readonly identity: string;
  /** Series of the figure on the left. */
  readonly key: string;
  readonly period: Period;
  /** The figure on the left, as published. */
  readonly found: string;
  /** What the right side comes to. */
  readonly expected: string;
  /** Found less expected. */
  readonly difference: string;
  /** The most that rounding explains. */
  readonly tolerance: string;
  /** Known in `content/catalogue` and explained there, so that `--strict` lets it pass. */
  readonly acknowledged: boolean;
  /** Where the figure on the left stands in the source file, counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The other vintage whose figures stand on the right; null when both sides are of the same file. */
  readonly against: { readonly release: string; readonly date: VintageDate } | null;
}
