import { isPeriod, periodDistance, shiftPeriod, type Period } from "#lib/series/period";
import type { VintageDate } from "#lib/series/observation";
import type { FigureTable, Term } from "./figure-table.ts";
import type { KnownSeries, NamedSeries } from "./named-series.ts";

/** An expression that words may mean, as numbers. */
export interface Candidate {
  readonly expression: string;
  readonly terms: readonly Term[];
  /** What the terms are divided by. */
  readonly by: readonly Term[] | null;
  /** `percent`: a hundred times the quotient. `growth`: that less a hundred. `number`: the quotient. */
  readonly gives: "USD" | "percent" | "growth" | "number";
  /** How well words name it: 1 is in full. */
  readonly weight: number;
  readonly series: NamedSeries;
  readonly months: { readonly from: Period; readonly to: Period };
  /** What is done to the series, for telling which candidates are of one thing. */
  readonly form: string;
  /** Whether words say its months, or they go without saying. */
  readonly isDated: boolean;
}

/** The value of a candidate as known on a day: dollars, percent or a plain number; null when it has none. */
export function valueOf(
  { terms, by, gives }: Candidate,
  table: FigureTable,
  day: VintageDate,
): number | null {
  const sum = table.sumAt(terms, day);
  if (sum === null || by === null) return sum;
  const whole = table.sumAt(by, day);
  if (whole === null || whole === 0) return null;
  if (gives === "number") return sum / whole;
  return (sum / whole) * 100 - (gives === "growth" ? 100 : 0);
}

/** The terms of a series over some months: each period of them, or the last of a stock. Null where it has no such period. */
export function termsOver(
  { series }: KnownSeries,
  from: Period,
  to: Period,
  times = 1,
): readonly Term[] | null {
  const { key, kind, frequency, window } = series;
  const length = lengthOf(from, to);
  if (frequency === "annual") {
    const year = yearOf(from, to);
    return year === null ? null : [{ key, period: year, times }];
  }
  if (frequency !== "monthly") return null;
  if (window === 12) return length === 12 ? [{ key, period: to, times }] : null;
  if (kind === "stock") return [{ key, period: to, times }];
  if (length > 120) return null;
  return Array.from({ length }, (_, step) => ({ key, period: shiftPeriod(from, step), times }));
}

/** The text of what `termsOver` reads. */
export function textOver({ series }: KnownSeries, from: Period, to: Period): string {
  const { key, kind, frequency, window } = series;
  if (frequency === "annual") return `at(${key}, ${to.slice(0, 4)})`;
  if (from === to || kind === "stock" || window === 12) return `at(${key}, ${to})`;
  return `sum(${key}, ${rangeText(from, to)})`;
}

/** Months as a range of the language: a year, a quarter, or both ends. */
export function rangeText(from: Period, to: Period): string {
  const year = yearOf(from, to);
  if (year !== null) return year;
  const quarter = Number(to.slice(5)) / 3;
  if (Number.isInteger(quarter) && lengthOf(from, to) === 3) return `${to.slice(0, 4)}-Q${quarter}`;
  return from === to ? to : `${from}..${to}`;
}

/** The year that some months are, all twelve of it. */
export function yearOf(from: Period, to: Period): Period | null {
  const year = from.slice(0, 4);
  return from.endsWith("-01") && to === `${year}-12` && isPeriod(year) ? year : null;
}

/** How many months lie between, both included. */
export function lengthOf(from: Period, to: Period): number {
  return periodDistance(from, to) + 1;
}
