import type { Decimal } from "#lib/series/decimal";
import type { Cell } from "#lib/series/observation";
import type { Dimension } from "#lib/series/format";
import type { Period } from "#lib/series/period";

/** What an expression gives. */
export type Value =
  | { readonly type: "quantity"; readonly amount: Decimal; readonly dimension: Dimension }
  /** null: there is no such period ("lowest since" of a value that is the lowest on record). */
  | { readonly type: "period"; readonly period: Period | null }
  | { readonly type: "truth"; readonly truth: boolean };

/** A value, how it came about, and every cell it rests on. */
export interface Evaluation {
  readonly value: Value;
  /** The cells used, in the order in which they were read, each once. */
  readonly cells: readonly Cell[];
}
