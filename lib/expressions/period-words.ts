import { numberNames } from "#lib/series/number-names";
import type { Frequency } from "#lib/series/frequency";
import { formatPeriod } from "#lib/series/format";
import { frequencyOf, periodDistance, type Period } from "#lib/series/period";
import { expandPeriod, spanBefore, type PeriodSpan } from "./range.ts";
import { literalPeriod, type RangeNode } from "./tree.ts";

const counts: readonly string[] = ["no", ...numberNames];

/** What a period of a frequency is called. */
export const periodNoun = {
  monthly: "month",
  quarterly: "quarter",
  annual: "year",
} as const satisfies Record<Frequency, string>;

/** "December 2025", "the fourth quarter of 2025", "2025": as it stands in a sentence. */
export function describePeriod(period: Period): string {
  return frequencyOf(period) === "quarterly" ? `the ${formatPeriod(period)}` : formatPeriod(period);
}

/** "the twelve months from January to December 2025"; a single period as `describePeriod` has it. */
export function describeRange({ from, to }: PeriodSpan): string {
  if (from === to) return describePeriod(from);
  const length = periodDistance(from, to) + 1;
  return `the ${counts[length] ?? length} ${periodNoun[frequencyOf(from)]}s from ${describeStep(from, to)}`;
}

/** "November to December 2025": the year is said once when it is the same. */
export function describeStep(from: Period, to: Period): string {
  const year = ` ${to.slice(0, 4)}`;
  const start = describePeriod(from);
  const once =
    frequencyOf(from) === "monthly" && frequencyOf(to) === "monthly" && start.endsWith(year);
  return `${once ? start.slice(0, -year.length) : start} to ${describePeriod(to)}`;
}

/** The periods of a frequency that a written-out range covers; null when it is computed, or does not fit. */
export function literalSpan({ from, to }: RangeNode, frequency: Frequency): PeriodSpan | null {
  const [first, last] = [literalPeriod(from), literalPeriod(to ?? from)];
  const start = first && expandPeriod(first, frequency);
  const end = last && expandPeriod(last, frequency);
  return start && end ? { from: start.from, to: end.to } : null;
}

/** What a change without EARLIER compares: "November to December 2025", "2024 to 2025"; null when it is computed. */
export function describeDefaultStep(range: RangeNode, frequency: Frequency): string | null {
  const alone = range.to === null ? literalPeriod(range.from) : null;
  const after = alone ? { from: alone, to: alone } : literalSpan(range, frequency);
  const before = after && spanBefore(after);
  if (!after || !before) return null;
  return alone
    ? describeStep(before.from, alone)
    : `${describeRange(before)} to ${describeRange(after)}`;
}
