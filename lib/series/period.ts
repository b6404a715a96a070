import type { Frequency } from "./frequency.ts";

declare const periodBrand: unique symbol;

/**
 * A span of the calendar as a string: `2025-12`, `2025-Q4` or `2025` (SDMX time formats).
 * Never a `Date`: a month has no time zone, and a `Date` near midnight can slip into the next.
 */
export type Period = string & { readonly [periodBrand]: true };

const shape = /^(?<year>[12]\d{3})(?:-(?:Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?$/;

/** Whether a text is a period of the years 1000 to 2999. */
export function isPeriod(text: string): text is Period {
  return shape.test(text);
}

/** The frequency a period belongs to. */
export function frequencyOf(period: Period): Frequency {
  if (period.length === 4) return "annual";
  return period.includes("Q") ? "quarterly" : "monthly";
}

/** The period of one calendar month, `month` counted from 1. */
export function monthPeriod(year: number, month: number): Period {
  return asPeriod(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`);
}

/**
 * The period `count` steps later (earlier when negative), at the same frequency.
 * Throws a RangeError when the result leaves the years 1000 to 2999.
 */
export function shiftPeriod(period: Period, count: number): Period {
  return fromOrdinal(toOrdinal(period) + count, frequencyOf(period));
}

/** Steps from `from` to `to`; both must have one frequency, else a TypeError. */
export function periodDistance(from: Period, to: Period): number {
  requireSameFrequency(from, to);
  return toOrdinal(to) - toOrdinal(from);
}

/** Negative, zero or positive as `left` is before, at or after `right`; one frequency, else a TypeError. */
export function comparePeriods(left: Period, right: Period): number {
  return -periodDistance(left, right);
}

/** All periods from `from` to `to`, both included; empty when `to` is earlier. */
export function periodsBetween(from: Period, to: Period): Period[] {
  const length = Math.max(0, periodDistance(from, to) + 1);
  return Array.from({ length }, (_, step) => shiftPeriod(from, step));
}

/** The first and last month a period covers; a month covers itself. */
export function monthsOf(period: Period): { first: Period; last: Period } {
  const year = Number(period.slice(0, 4));
  switch (frequencyOf(period)) {
    case "monthly":
      return { first: period, last: period };
    case "quarterly": {
      const lastMonth = Number(period.slice(6)) * 3;
      return { first: monthPeriod(year, lastMonth - 2), last: monthPeriod(year, lastMonth) };
    }
    case "annual":
      return { first: monthPeriod(year, 1), last: monthPeriod(year, 12) };
  }
}

const stepsPerYear = { monthly: 12, quarterly: 4, annual: 1 } as const;

function toOrdinal(period: Period): number {
  const year = Number(period.slice(0, 4));
  const frequency = frequencyOf(period);
  if (frequency === "annual") return year;
  const within = Number(frequency === "monthly" ? period.slice(5) : period.slice(6));
  return year * stepsPerYear[frequency] + within - 1;
}

function fromOrdinal(ordinal: number, frequency: Frequency): Period {
  const steps = stepsPerYear[frequency];
  const year = String(Math.floor(ordinal / steps)).padStart(4, "0");
  const within = (ordinal % steps) + 1;
  if (frequency === "annual") return asPeriod(year);
  if (frequency === "quarterly") return asPeriod(`${year}-Q${within}`);
  return asPeriod(`${year}-${String(within).padStart(2, "0")}`);
}

function asPeriod(text: string): Period {
  if (!isPeriod(text)) throw new RangeError(`Expected a period such as 2025-12, found "${text}"`);
  return text;
}

function requireSameFrequency(left: Period, right: Period): void {
  if (frequencyOf(left) !== frequencyOf(right)) {
    throw new TypeError(`Cannot compare ${left} with ${right}: their frequencies differ`);
  }
}
