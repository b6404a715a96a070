import type { PeriodMention } from "#lib/nouns/period-mention";
import { monthPeriod, shiftPeriod, type Period } from "#lib/series/period";
import { monthNear, type Anchor } from "./time-anchors.ts";

/** Months that a mention may mean, both included. */
interface Span {
  readonly from: Period;
  readonly to: Period;
}

/** The months that a mention may mean, and how well: without a year, those near each anchor. */
export function spansOf(mention: PeriodMention, anchors: readonly Anchor[]): [Span, number][] {
  const monthsNamed = (month: number, year: number | null): [Period, number][] =>
    year !== null
      ? [[monthPeriod(year, month), 1]]
      : anchors.map((anchor) => [monthNear(month, anchor), anchor.weight]);
  switch (mention.type) {
    case "month":
    case "end-of-year":
      return monthsNamed(mention.month, mention.year).map(([month, fit]) => [
        { from: month, to: month },
        fit,
      ]);
    case "months-to":
      return monthsNamed(mention.month, mention.year).map(([month, fit]) => [
        { from: shiftPeriod(month, 1 - mention.length), to: month },
        fit,
      ]);
    case "span":
      return [[{ from: mention.from, to: mention.to }, 1]];
    case "year":
      return [[yearSpan(mention.year), 1]];
    case "year-to-date":
      return anchors
        .filter(({ month }) => month.startsWith(String(mention.year)))
        .map(({ month, weight }) => [{ from: monthPeriod(mention.year, 1), to: month }, weight]);
    case "quarter":
      return monthsNamed(mention.quarter * 3, null).map(([month, fit]) => [
        { from: shiftPeriod(month, -2), to: month },
        fit,
      ]);
    case "length":
      // "For the year": the one that is told of.
      return mention.length === 12
        ? anchors.map(({ month, weight }) => [yearSpan(Number(month.slice(0, 4))), weight * 0.8])
        : [];
    case "season":
    case "within":
    case "rest-of-year":
    case "part-of-year":
    case "at-most":
      return [];
  }
}

function yearSpan(year: number): Span {
  return { from: monthPeriod(year, 1), to: monthPeriod(year, 12) };
}

/** Whether a mention says how long, and not when. */
export function isLength({ type }: PeriodMention): boolean {
  return type === "length" || type === "at-most";
}
