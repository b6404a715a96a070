import type { Decimal } from "#lib/series/decimal";
import type { Interval } from "./interval.ts";
import type { PrintedAmount } from "./printed-amount.ts";

/** The values that round to a printed amount. */
export interface RoundingInterval extends Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/**
 * All values that round (half away from zero) to the figure as printed: "$1.55 trillion" is [1.545, 1.555) trillion,
 * "-$1.55 trillion" is (-1.555, -1.545], and "0" is (-0.5, 0.5). The rule "wrong is what cannot be rounded to the text"
 * is that of AggChecker (Jo et al., SIGMOD 2019).
 */
export function roundingInterval({ amount, step }: PrintedAmount): RoundingInterval {
  const half = step.div(2);
  return {
    low: amount.minus(half),
    high: amount.plus(half),
    includesLow: amount.isPositive() && !amount.isZero(),
    includesHigh: amount.isNegative() && !amount.isZero(),
  };
}
