import { Decimal } from "#lib/series/decimal";
import { formatAmount, formatPublished } from "#lib/series/format";
import { periodDistance, type Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";

/** Later less earlier, exact, with as many decimals as the longer of the two; null when either is. */
export function differenceOf(earlier: string | null, later: string | null): string | null {
  if (earlier === null || later === null) return null;
  const decimals = Math.max(decimalsOf(earlier), decimalsOf(later));
  return new Decimal(later).minus(earlier).toFixed(decimals);
}

function decimalsOf(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}

/** A difference with its sign: "+12,101", "−5.2"; "0.0" has none, and null is an em dash. */
export function formatDifference(difference: string | null): string {
  if (difference === null || difference.startsWith("-") || new Decimal(difference).isZero())
    return formatPublished(difference);
  return `+${formatPublished(difference)}`;
}

/**
 * Whether two figures of a series may be subtracted: they stand side by side, and the way of measuring did not change
 * between them.
 */
export function areComparable(
  { breaks, window }: Pick<Series, "breaks" | "window">,
  earlier: Period,
  later: Period,
): boolean {
  // Sums of twelve months that stand side by side come from two releases.
  if (window > 1) return false;
  return periodDistance(earlier, later) === 1 && !breaks.some(({ period }) => period === later);
}

/** A published figure in words, as in an article: "$124.9 billion". Small amounts keep all their digits. */
export function amountInWords(value: string, { multiplier }: Pick<Series, "multiplier">): string {
  const amount = new Decimal(value).times(Decimal.pow(10, multiplier));
  const size = amount.abs();
  if (size.gte("1e12")) return formatAmount(amount, "USD", { decimals: 2, power: 12 });
  if (size.gte("1e9")) return formatAmount(amount, "USD", { decimals: 1, power: 9 });
  return formatAmount(amount, "USD");
}
