import type { Frequency } from "#lib/series/frequency";
import { formatPeriod } from "#lib/series/format";
import { frequencyOf, periodDistance, shiftPeriod, type Period } from "#lib/series/period";
import { expandPeriod } from "./range.ts";
import { literalPeriod, type RangeNode } from "./tree.ts";

const counts = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const nouns = {
  monthly: "months",
  quarterly: "quarters",
  annual: "years",
} as const satisfies Record<Frequency, string>;

/** "December 2025", "the fourth quarter of 2025", "2025": as it stands in a sentence. */
export function describePeriod(period: Period): string {
  return frequencyOf(period) === "quarterly" ? `the ${formatPeriod(period)}` : formatPeriod(period);
}

/** "the twelve months from January to December 2025"; a single period as `describePeriod` has it. */
export function describeRange(from: Period, to: Period, frequency: Frequency): string {
  const [first, last] = [expandPeriod(from, frequency)?.from, expandPeriod(to, frequency)?.to];
  if (first === undefined || last === undefined || frequencyOf(first) !== frequencyOf(last)) {
    return `${describePeriod(from)} to ${describePeriod(to)}`;
  }
  if (first === last) return describePeriod(first);
  const length = periodDistance(first, last) + 1;
  const count = counts[length] ?? String(length);
  return `the ${count} ${nouns[frequency]} from ${describeEnds(first, last)}`;
}

/** What a change without EARLIER compares, in words; null when the range is not written out. */
export function lastAndFirst(
  range: RangeNode,
  frequency: Frequency,
): { before: string; after: string } | null {
  const from = literalPeriod(range.from);
  const to = range.to === null ? from : literalPeriod(range.to);
  if (!from || !to) return null;
  const after = describeRange(from, to, frequency);
  if (range.to === null)
    return { before: describePeriod(shiftPeriod(from, -1)), after: describePeriod(from) };
  if (frequencyOf(from) !== frequencyOf(to)) return null;
  const length = periodDistance(from, to) + 1;
  return {
    before: describeRange(shiftPeriod(from, -length), shiftPeriod(to, -length), frequency),
    after,
  };
}

/** "January to December 2025": the year is said once when it is the same. */
function describeEnds(first: Period, last: Period): string {
  const year = ` ${last.slice(0, 4)}`;
  const start = describePeriod(first);
  const monthly = frequencyOf(first) === "monthly" && start.endsWith(year);
  return `${monthly ? start.slice(0, -year.length) : start} to ${describePeriod(last)}`;
}
