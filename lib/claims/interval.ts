import type { Decimal } from "#lib/series/decimal";
import { formatAmount, type AmountStyle, type Dimension } from "#lib/series/format";

/** The values that words accept, in base units (whole dollars); a bound of null is none. */
export interface Interval {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
}

/** Whether a value lies in the interval; exact. */
export function contains(interval: Interval, value: Decimal): boolean {
  const { low, high, includesLow, includesHigh } = interval;
  const isAbove = low === null || (includesLow ? value.gte(low) : value.gt(low));
  return isAbove && (high === null || (includesHigh ? value.lte(high) : value.lt(high)));
}

/** The same distances on the other side of 0: "fell by" of a size. */
export function mirrored({ low, high, includesLow, includesHigh }: Interval): Interval {
  return {
    low: high === null ? null : high.negated(),
    high: low === null ? null : low.negated(),
    includesLow: includesHigh,
    includesHigh: includesLow,
  };
}

export function shifted(interval: Interval, by: number): Interval {
  return {
    ...interval,
    low: interval.low?.plus(by) ?? null,
    high: interval.high?.plus(by) ?? null,
  };
}

/** "from $1.545 trillion up to, but not including, $1.555 trillion", "any value below 0", "exactly 3". */
export function describeInterval(
  { low, high, includesLow, includesHigh }: Interval,
  write: (bound: Decimal) => string,
): string {
  if (low === null && high === null) return "any value";
  if (low === null) return `any value ${includesHigh ? "up to" : "below"} ${writeOr(high)}`;
  if (high === null) return `any value ${includesLow ? "from" : "above"} ${writeOr(low)}`;
  if (low.eq(high)) return `exactly ${write(low)}`;
  const [from, to] = [write(low), write(high)];
  if (includesLow) {
    return includesHigh ? `from ${from} to ${to}` : `from ${from} up to, but not including, ${to}`;
  }
  return includesHigh
    ? `above ${from}, up to and including ${to}`
    : `above ${from} and below ${to}`;

  function writeOr(bound: Decimal | null): string {
    return bound === null ? "" : write(bound);
  }
}

/** Writes bounds as amounts of one dimension. */
export function amountWriter(dimension: Dimension, style: AmountStyle = {}) {
  return (bound: Decimal): string => (bound.isZero() ? "0" : formatAmount(bound, dimension, style));
}
