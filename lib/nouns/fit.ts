import { comparePeriods, monthPeriod, type Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import type { Noun, NounDimension } from "./noun.ts";
import { usResidents } from "./nouns.ts";
import type { PeriodMention } from "./period-mention.ts";
import { factsOf } from "./series-facts.ts";
import type { SubjectPart } from "./subject.ts";
import { monthsIn, type MonthSpan, type SubjectPeriods } from "./subject-periods.ts";

/**
 * `fits`: names it. `whole`: names what it is measured against. `beside`: neither names nor contradicts it. Months are never
 * `whole`.
 */
export type Fit = "fits" | "whole" | "beside" | "contradicts";

/**
 * Whether a noun names what part of an expression is about, as a function of the noun. `isAbroad`: foreign securities are spoken
 * of, and "stocks" may be foreign ones.
 */
export function createNounFit({
  focus,
  background,
  isAbroad = false,
}: Pick<SubjectPart, "focus" | "background"> & { readonly isAbroad?: boolean }): (
  noun: Noun,
) => Fit {
  const [all, allowed] = [slugsOf(focus), slugsOf(background)];
  // Who holds the securities of one country is not which country it is.
  const isOfCountry = all.area.some((area) => area !== usResidents);
  const named = isOfCountry
    ? { ...all, area: all.area.filter((area) => area !== usResidents) }
    : all;
  return ({ dimension, fits, abroad, beside, isSet }) => {
    if (isAbroad && overlaps(named[dimension], abroad)) return "fits";
    if (overlaps(named[dimension], fits)) {
      return isSet && named[dimension].length === 1 ? "beside" : "fits";
    }
    if (beside === "any" || overlaps(named[dimension], beside)) return "beside";
    if (overlaps(all[dimension], fits)) return "beside";
    return overlaps(allowed[dimension], fits) ? "whole" : "contradicts";
  };
}

type Slugs = Readonly<Record<NounDimension, readonly string[]>>;

/** A part of an expression is held against each word near it. */
const known = new WeakMap<readonly Series[], Slugs>();

/** What series are, by dimension. */
export function slugsOf(series: readonly Series[]): Slugs {
  const before = known.get(series);
  if (before) return before;
  const facts = series.map(factsOf);
  const all = (dimension: NounDimension) => [...new Set(facts.flatMap((fact) => fact[dimension]))];
  const slugs = { area: all("area"), class: all("class"), measure: all("measure") };
  known.set(series, slugs);
  return slugs;
}

function overlaps(slugs: readonly string[], set: ReadonlySet<string>): boolean {
  return slugs.some((slug) => set.has(slug));
}

/**
 * Whether words name one of the periods that an expression is about. `isApart`: a distance ("from a year earlier") says what a
 * change is over, and other words only when it ends.
 */
export function fitPeriod(
  mention: PeriodMention,
  { spans, isComplete }: SubjectPeriods,
  isApart = false,
): Fit {
  if (!isComplete || spans.length === 0) return "beside";
  const fits = heldAgainst(mention, spans, isApart).map((span) => fitSpan(mention, span));
  if (fits.includes("fits")) return "fits";
  return fits.includes("beside") ? "beside" : "contradicts";
}

/** A change of a stock is over a length of time, and not at its ends; it is taken at the end of a year, and not over it. */
function heldAgainst(
  mention: PeriodMention,
  spans: readonly MonthSpan[],
  isApart: boolean,
): readonly MonthSpan[] {
  const isOf = (isPoint: boolean) => spans.filter((span) => span.isPoint === isPoint);
  if (mention.type === "end-of-year") return isOf(true).length > 0 ? isOf(true) : spans;
  const isQuarter = mention.type === "quarter" || (mention.type === "span" && mention.isOver);
  const isYear = mention.type === "year" && mention.isOver;
  const isOver =
    mention.type === "months-to" ||
    (mention.type === "length" && mention.isWhole) ||
    ((isQuarter || isYear) && !isApart);
  return isOver && isOf(false).length > 0 ? isOf(false) : spans;
}

function fitSpan(mention: PeriodMention, span: MonthSpan): Fit {
  const fit = fitMonths(mention, span);
  if (span.isEarlier !== true || fit !== "fits") return fit;
  return mention.isOrigin ? "beside" : "contradicts";
}

function fitMonths(mention: PeriodMention, span: MonthSpan): Fit {
  switch (mention.type) {
    case "month":
      return endsOf(span).some((end) => isMonth(end, mention)) ? "fits" : "contradicts";
    case "months-to":
      if (!isMonth(span.to, mention)) return "contradicts";
      return span.isPoint || monthsIn(span) === mention.length ? "fits" : "contradicts";
    case "span":
      if (span.isPoint) return span.to === mention.to ? "fits" : "contradicts";
      return span.from === mention.from && span.to === mention.to ? "fits" : "contradicts";
    case "year":
      return fitYear(String(mention.year), span);
    case "part-of-year":
      return isWithin(mention, span) && monthsIn(span) < 12 ? "fits" : "contradicts";
    case "year-to-date":
      return span.to.startsWith(String(mention.year)) &&
        (span.isPoint || span.from === monthPeriod(mention.year, 1))
        ? "fits"
        : "contradicts";
    case "rest-of-year":
      return span.to === monthPeriod(mention.year, 12) && (span.isPoint || monthsIn(span) < 12)
        ? "fits"
        : "contradicts";
    case "quarter":
      return monthsIn(span) <= 3 && Number(span.to.slice(5)) === mention.quarter * 3
        ? "fits"
        : "contradicts";
    case "season":
      return fitSeason(mention, span);
    case "within":
      return comparePeriods(mention.from, span.to) <= 0 &&
        comparePeriods(span.from, mention.to) <= 0
        ? "beside"
        : "contradicts";
    case "end-of-year":
      if (!span.isPoint) return holdsEndOf(mention.year, span) ? "beside" : "contradicts";
      return isMonth(span.to, { month: mention.month, year: mention.year })
        ? "fits"
        : "contradicts";
    case "length":
      if (span.isPoint) return "beside";
      return monthsIn(span) === mention.length ? "fits" : "contradicts";
    case "at-most":
      if (span.isPoint || monthsIn(span) < mention.length) return "beside";
      return monthsIn(span) === mention.length ? "fits" : "contradicts";
  }
}

/** Months of a season, or one more on each side; a winter is of the year in which it begins or ends. */
function fitSeason(
  { month, year }: { readonly month: number; readonly year: number | null },
  { from, to }: MonthSpan,
): Fit {
  const place = (period: Period) => (Number(period.slice(5)) - month + 13) % 12;
  const isWithin = place(from) <= place(to) && place(to) <= 4;
  const isShort = comparePeriods(to, from) <= 4;
  const away = year === null ? 0 : Math.abs(Number(to.slice(0, 4)) - year);
  return isWithin && isShort && away <= (month === 12 ? 1 : 0) ? "fits" : "contradicts";
}

/** Whether the end of a year lies within the months of a flow. */
function holdsEndOf(year: number | null, { from, to }: MonthSpan): boolean {
  const end = year === null ? null : monthPeriod(year, 12);
  return end === null || (comparePeriods(from, end) <= 0 && comparePeriods(end, to) <= 0);
}

/**
 * A year names all of its months, a stock at its end, and a run of months within it; it does not contradict what reaches beyond
 * it. What lies within it is only a part, and other words must say which.
 */
function fitYear(year: string, span: MonthSpan): Fit {
  const { from, to, isPoint, isRun } = span;
  if (from.startsWith(year) && to.startsWith(year)) {
    if (isRun) return "fits";
    const isWhole = isPoint ? to.endsWith("-12") : monthsIn(span) === 12;
    return isWhole ? "fits" : "contradicts";
  }
  return from.slice(0, 4) <= year && year <= to.slice(0, 4) ? "beside" : "contradicts";
}

/** Whether all months of an expression lie within a year, so that other words may say which of them are meant. */
export function isInYear(year: number, { spans }: SubjectPeriods): boolean {
  const months = { from: monthPeriod(year, 1), to: monthPeriod(year, 12) };
  return spans.some((span) => span.isEarlier !== true && isWithin(months, span));
}

/** Whether words name the earlier of two times that an expression compares. */
export function namesOrigin(mention: PeriodMention, { spans }: SubjectPeriods): boolean {
  return (
    mention.isOrigin && spans.some((span) => span.isEarlier && fitMonths(mention, span) === "fits")
  );
}

function isWithin(
  outer: { readonly from: Period; readonly to: Period },
  { from, to }: MonthSpan,
): boolean {
  return comparePeriods(outer.from, from) <= 0 && comparePeriods(to, outer.to) <= 0;
}

/** The months by which a span may be named: those of a whole year only as a year. */
function endsOf(span: MonthSpan): Period[] {
  if (monthsIn(span) === 12 && span.from.endsWith("-01")) return [];
  return comparePeriods(span.from, span.to) === 0 ? [span.from] : [span.from, span.to];
}

function isMonth(period: Period, { month, year }: { month: number; year: number | null }): boolean {
  return (
    Number(period.slice(5)) === month && (year === null || Number(period.slice(0, 4)) === year)
  );
}
