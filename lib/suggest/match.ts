import type { Interval } from "#lib/claims/interval";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Vintage } from "#lib/series/vintage";
import { valueOf, type Candidate } from "./candidate.ts";
import type { FigureTable } from "./figure-table.ts";
import type { Said } from "./said-figure.ts";

/** A candidate that gives what a figure says, at some vintage. */
export interface Match {
  readonly candidate: Candidate;
  /** The days on which what it rests on was said or changed, oldest first, and whether it gave the figure from then on. */
  readonly days: readonly { readonly day: VintageDate; readonly holds: boolean }[];
  /** How well it fits the words and the time of the text. */
  readonly weight: number;
}

/** The days that a text is held against. */
export interface AskedDays {
  /** The last day that who wrote the text can have read; null when nobody knows. */
  readonly written: VintageDate | null;
  /** Outcomes are of what is known on this day. */
  readonly asked: VintageDate;
}

/** Values are computed as numbers here: what touches a bound is decided when it is computed exactly. */
const slack = 1e-9;

/** Whether a value is one that words accept. */
export type Test = (value: number, gives: Candidate["gives"]) => boolean;

/** Null for words that give a place, and no amount. */
export function createTest({ values }: Said): Test | null {
  if (values === null) return null;
  const { interval, dimension } = values;
  const test = testOf(interval);
  return (value, gives) => {
    switch (dimension) {
      case "USD":
        return gives === "USD" && test(value);
      case "percent":
        return (gives === "percent" || gives === "growth") && test(value);
      case "ratio":
        return gives === "number" ? test(value) : gives === "percent" && test(value / 100);
      case "growth":
        return gives === "number" ? test(value) : gives === "growth" && test(value / 100 + 1);
    }
  };
}

function testOf({ low, high }: Interval): (value: number) => boolean {
  const from = low?.toNumber() ?? -Infinity;
  const to = high?.toNumber() ?? Infinity;
  return (value) => {
    const give = Math.abs(value) * slack;
    return value >= from - give && value <= to + give;
  };
}

/** Where a candidate gave the figure; null when it never did. */
export function matchOf(
  candidate: Candidate,
  said: Test,
  table: FigureTable,
  { written, asked }: AskedDays,
): Match | null {
  const all = table.daysOf(
    candidate.by === null ? candidate.terms : [...candidate.terms, ...candidate.by],
  );
  const days = all.map((day) => {
    const value = valueOf(candidate, table, day);
    const holds = value !== null && said(value, candidate.gives);
    return { day, holds };
  });
  if (!days.some(({ holds }) => holds)) return null;
  return { candidate, days, weight: candidate.weight * timeFit(days, written, asked) };
}

/** A text says what could be read on its day. */
function timeFit(days: Match["days"], written: VintageDate | null, asked: VintageDate): number {
  if (written === null) return holdsOn(days, asked) ? 1 : 0.75;
  if (holdsOn(days, written)) return 1;
  return days.some(({ day, holds }) => holds && day <= written) ? 0.6 : 0.3;
}

/** Whether the last word up to a day gives the figure. */
export function holdsOn(days: Match["days"], day: VintageDate): boolean {
  return days.findLast((one) => one.day <= day)?.holds ?? false;
}

/** A text may be written a few days before it may be published: the vintage of those days has been read as well. */
export function lastRead(written: VintageDate, vintages: readonly Vintage[]): VintageDate {
  const until = laterBy(written, 3);
  return vintages.reduce((last, { date }) => (date > last && date <= until ? date : last), written);
}

function laterBy(day: VintageDate, count: number): VintageDate {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + count);
  const text = later.toISOString().slice(0, 10);
  return isVintageDate(text) ? text : day;
}
