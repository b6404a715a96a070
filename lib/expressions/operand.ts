import type { Period } from "#lib/series/period";
import type { Fraction } from "./fraction.ts";
import { toDecimal } from "./fraction.ts";
import type { Dimension } from "#lib/series/format";
import type { Value } from "./value.ts";

export interface QuantityOperand {
  readonly type: "quantity";
  readonly amount: Fraction;
  readonly dimension: Dimension;
}

export interface PeriodOperand {
  readonly type: "period";
  readonly period: Period | null;
  /** First period with a value, where that is why there is no period: what lies before it is not known. */
  readonly recordFrom: Period | null;
}

/** A value while an expression is computed: amounts are still exact fractions. */
export type Operand =
  | QuantityOperand
  | PeriodOperand
  | { readonly type: "truth"; readonly truth: boolean };

export function quantity(amount: Fraction, dimension: Dimension): QuantityOperand {
  return { type: "quantity", amount, dimension };
}

export function period(period: Period | null, recordFrom: Period | null = null): PeriodOperand {
  return { type: "period", period, recordFrom };
}

export function truth(holds: boolean): Operand {
  return { type: "truth", truth: holds };
}

/** The operand as the outside sees it; here an amount becomes a decimal. */
export function toValue(operand: Operand): Value {
  switch (operand.type) {
    case "quantity":
      return { type: "quantity", amount: toDecimal(operand.amount), dimension: operand.dimension };
    case "period":
      return { type: "period", period: operand.period };
    case "truth":
      return operand;
  }
}
