import type { ConditionName } from "./functions.ts";

/** A series as a table of whole dollars by period, in whatever way it came about. */
export interface NaiveSeries {
  /** As it is written in an expression. */
  readonly text: string;
  readonly isStock: boolean;
  readonly values: ReadonlyMap<string, bigint>;
}

/** A fraction that nobody has reduced, a period, or null where the language must see a problem. */
export type NaiveValue =
  | { readonly top: bigint; readonly bottom: bigint }
  | { readonly period: string }
  | null;

/** `2023-01` to `2026-12`, and the quarters and years in them: all that the model knows of the calendar. */
const years = ["2023", "2024", "2025", "2026"];
const quarters = years.flatMap((year) =>
  ["Q1", "Q2", "Q3", "Q4"].map((quarter) => `${year}-${quarter}`),
);
const months = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`),
);
const calendar = [months, quarters, years];

/** The months of a quarter or year. */
function monthsIn(period: string): string[] {
  const at = quarters.indexOf(period);
  return at < 0
    ? months.filter((month) => month.startsWith(period))
    : months.slice(at * 3, at * 3 + 3);
}

/** Series added up where all have a value. */
export function naiveSum(text: string, parts: readonly NaiveSeries[]): NaiveSeries {
  const all = months.flatMap((month): [string, bigint][] => {
    const values = parts.flatMap((part) => part.values.get(month) ?? []);
    return values.length === parts.length ? [[month, total(values)]] : [];
  });
  return { text, isStock: parts.some(({ isStock }) => isStock), values: new Map(all) };
}

/** A monthly series by quarter or by year. */
export function naivePeriodic(name: "quarterly" | "yearly", of: NaiveSeries): NaiveSeries {
  const longer = (name === "quarterly" ? quarters : years).flatMap((period): [string, bigint][] => {
    const within = monthsIn(period);
    const values = within.flatMap((month) => of.values.get(month) ?? []);
    const last = of.values.get(within.at(-1) ?? "");
    if (of.isStock) return last === undefined ? [] : [[period, last]];
    return values.length === within.length ? [[period, total(values)]] : [];
  });
  return { text: `${name}(${of.text})`, isStock: of.isStock, values: new Map(longer) };
}

/** The period before one. */
export function naiveBefore(period: string): string {
  const line = calendar.find((each) => each.includes(period)) ?? [];
  return line[line.indexOf(period) - 1] ?? "";
}

/** The values from one period to another, null unless each has one. */
export function naiveSpan(series: NaiveSeries, from: string, to: string): bigint[] | null {
  const line = calendar.find((each) => each.includes(from)) ?? [];
  const wanted = line.slice(line.indexOf(from), line.indexOf(to) + 1);
  const values = wanted.flatMap((period) => series.values.get(period) ?? []);
  return values.length === wanted.length ? values : null;
}

export function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

export function whole(value: bigint | number | undefined | null): NaiveValue {
  return value === undefined || value === null ? null : { top: BigInt(value), bottom: 1n };
}

/** Percent of what is above 0, else a problem. */
export function naivePercent(part: bigint, base: bigint): NaiveValue {
  return base > 0n ? { top: part * 100n, bottom: base } : null;
}

/** The mean of how far values lie from those beside them. */
export function naiveDistance(values: readonly bigint[], beside: readonly bigint[]): NaiveValue {
  const distances = values.map((value, index) => {
    const difference = value - (beside[index] ?? 0n);
    return difference < 0n ? -difference : difference;
  });
  return { top: total(distances), bottom: BigInt(distances.length) };
}

/** The values of the record up to a period, newest first; null where it has none then or a gap before. */
function record(
  { values }: NaiveSeries,
  at: string,
): { values: bigint[]; periods: string[]; hasGap: boolean } | null {
  const line = calendar.find((each) => each.includes(at)) ?? [];
  const upTo = line.slice(0, line.indexOf(at) + 1);
  const first = upTo.findIndex((period) => values.has(period));
  if (first < 0 || !values.has(at)) return null;
  const periods = upTo.slice(first).toReversed();
  const gap = periods.findIndex((period) => !values.has(period));
  const known = gap < 0 ? periods : periods.slice(0, gap);
  return {
    periods: known,
    values: known.flatMap((period) => values.get(period) ?? []),
    hasGap: gap >= 0,
  };
}

/** The most recent earlier period with a value as low, or as high. */
export function naiveSince(series: NaiveSeries, at: string, sign: bigint): NaiveValue | "none" {
  const known = record(series, at);
  if (known === null) return null;
  const own = (known.values[0] ?? 0n) * sign;
  const found = known.values.findIndex((value, index) => index > 0 && value * sign <= own);
  if (found > 0) return { period: known.periods[found] ?? "" };
  return known.hasGap ? null : "none";
}

/** The place among all on record, from the highest (1) or the lowest (-1). */
export function naiveRecordRank(series: NaiveSeries, at: string, sign: bigint): NaiveValue {
  const known = record(series, at);
  if (known === null || known.hasGap) return null;
  const own = (known.values[0] ?? 0n) * sign;
  return whole(known.values.filter((value) => value * sign > own).length + 1);
}

/** The place of a series among others at a period; null where it has no value, others may have none. */
export function naiveRank(
  own: NaiveSeries,
  others: readonly NaiveSeries[],
  at: string,
  sign: bigint,
): NaiveValue {
  const value = own.values.get(at);
  if (value === undefined) return null;
  const beyond = others
    .flatMap((other) => other.values.get(at) ?? [])
    .filter((each) => each * sign > value * sign);
  return whole(beyond.length + 1);
}

function meets(condition: ConditionName, value: bigint, before: bigint): boolean {
  const measure = {
    rising: value - before,
    falling: before - value,
    positive: value,
    negative: -value,
  };
  return measure[condition] > 0n;
}

/** How many periods in a row, back from one; null where the record ends, or has a gap, before the run does. */
export function naiveRun(condition: ConditionName, series: NaiveSeries, at: string): NaiveValue {
  const known = record(series, at);
  if (known === null) return null;
  const needsBefore = condition === "rising" || condition === "falling";
  const broken = known.values.findIndex((value, index) => {
    const before = known.values[index + 1];
    return needsBefore
      ? before !== undefined && !meets(condition, value, before)
      : !meets(condition, value, 0n);
  });
  return broken < 0 ? null : whole(broken);
}

/** How many of the values after the first meet a condition, each against the one before it. */
export function naiveCount(condition: ConditionName, values: readonly bigint[]): NaiveValue {
  return whole(
    values.slice(1).filter((value, index) => meets(condition, value, values[index] ?? 0n)).length,
  );
}
