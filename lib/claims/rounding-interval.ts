import type { Decimal } from "#lib/series/decimal";
import { formatAmount } from "#lib/series/format";
import type { PrintedAmount } from "./printed-amount.ts";

/** The values that round to a printed amount; bounds in base units. */
export interface RoundingInterval {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
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

/** Whether a value lies in the interval; exact. */
export function contains(interval: RoundingInterval, value: Decimal): boolean {
  const { low, high, includesLow, includesHigh } = interval;
  return (
    (includesLow ? value.gte(low) : value.gt(low)) &&
    (includesHigh ? value.lte(high) : value.lt(high))
  );
}

/** "from $1.545 trillion up to, but not including, $1.555 trillion". */
export function describeInterval(interval: RoundingInterval, printed: PrintedAmount): string {
  const [low, high] = [interval.low, interval.high].map((bound) =>
    formatAmount(bound, printed.dimension, { power: printed.power }),
  );
  if (interval.includesLow) return `from ${low} up to, but not including, ${high}`;
  if (interval.includesHigh) return `above ${low}, up to and including ${high}`;
  return `above ${low} and below ${high}`;
}
