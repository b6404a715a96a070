import { Decimal } from "#lib/series/decimal";
import type { Dimension } from "#lib/series/format";
import { isPeriod, monthPeriod, type Period } from "#lib/series/period";

/** An amount as printed: "$1.62 trillion", "-$208.1 billion", "$683.5bn", "4.7 percent", "12". */
export interface PrintedAmount {
  readonly type: "amount";
  /** What the text says, in base units (whole dollars). */
  readonly amount: Decimal;
  readonly dimension: Dimension;
  /** Value of one unit of the last digit printed: 10,000,000,000 for "$1.62 trillion". */
  readonly step: Decimal;
  readonly decimals: number;
  readonly power: number;
  readonly start: number;
  readonly end: number;
}

/** A period as printed: "December 2025", "2008". */
export interface PrintedPeriod {
  readonly type: "period";
  readonly period: Period;
  readonly start: number;
  readonly end: number;
}

export type PrintedFigure = PrintedAmount | PrintedPeriod;

const scalePowers: Readonly<Record<string, number>> = {
  trillion: 12,
  trn: 12,
  tn: 12,
  billion: 9,
  bn: 9,
  million: 6,
  mn: 6,
  m: 6,
  thousand: 3,
  k: 3,
};

const months =
  "January|February|March|April|May|June|July|August|September|October|November|December".split(
    "|",
  );

/**
 * A sign, a dollar sign, digits in groups, a scale word and "percent", with the spaces editors use between them (plain,
 * no-break, thin). The sign may stand before or after the dollar sign. Lengths are bounded so that no text is slow.
 */
const amountShape = new RegExp(
  String.raw`(?<![\w.,$])(?<sign>[-\u2212\u2013+]?)(?<dollar>(?:US)?\$)?(?<inner>[-\u2212]?)` +
    String.raw`(?<whole>\d{1,3}(?:,\d{3}){1,12}|\d{1,40})(?<fraction>\.\d{1,40})?` +
    String.raw`(?:[ \u00a0\u202f\u2009-]?(?<scale>trillion|billion|million|thousand|trn|tn|bn|mn|m|k)(?![a-z]))?` +
    String.raw`(?:[ \u00a0\u202f\u2009]?(?<percent>percent|per cent|%))?(?![\w])`,
  "giu",
);

const monthShape = new RegExp(String.raw`\b(${months.join("|")})[ \u00a0](\d{4})\b`, "gu");
const dayShape = new RegExp(
  String.raw`\b(?:${months.join("|")})[ \u00a0]\d{1,2}(?:st|nd|rd|th)?(?:,[ \u00a0]\d{4})?(?!\d)|\b\d{1,2}[ \u00a0](?:${months.join("|")})(?:[ \u00a0]\d{4})?\b|\b\d{4}-\d{2}(?:-\d{2})?\b`,
  "gu",
);
const yearShape =
  /(?<![\w.,$-])(1[89]\d\d|20\d\d)(?![\w,]\d|\.\d|[ \u00a0]?(?:trillion|billion|million|thousand|percent|per cent|%))(?!\w)/gu;

/**
 * Every figure in a text, in order: months with a year, bare years, and amounts. Days of the calendar ("June 18, 2026")
 * are dates, not figures, and are left out.
 */
export function findFigures(text: string): PrintedFigure[] {
  const days = [...text.matchAll(dayShape)].map((match) => spanOf(match));
  const monthFigures = [...text.matchAll(monthShape)].map(toMonth);
  const taken: Span[] = [...days, ...monthFigures];
  const years = [...text.matchAll(yearShape)].map(toYear).filter((year) => isFree(year, taken));
  taken.push(...years);
  const amounts = [...text.matchAll(amountShape)]
    .map(toAmount)
    .filter((amount) => isFree(amount, taken));
  return [...monthFigures.filter((month) => isFree(month, days)), ...years, ...amounts].sort(
    (left, right) => left.start - right.start,
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

function isFree(span: Span, taken: readonly Span[]): boolean {
  return taken.every((other) => span.end <= other.start || span.start >= other.end);
}

function toMonth(match: RegExpMatchArray): PrintedPeriod {
  const [, name = "", year = ""] = match;
  return {
    type: "period",
    period: monthPeriod(Number(year), months.indexOf(name) + 1),
    ...spanOf(match),
  };
}

function toYear(match: RegExpMatchArray): PrintedPeriod {
  const year = match[0];
  if (!isPeriod(year)) throw new RangeError(`Not a year: ${year}`);
  return { type: "period", period: year, ...spanOf(match) };
}

function toAmount(match: RegExpMatchArray): PrintedAmount {
  const {
    sign = "",
    inner = "",
    dollar,
    whole = "0",
    fraction = "",
    scale,
    percent,
  } = match.groups ?? {};
  const power = scale === undefined ? 0 : (scalePowers[scale.toLowerCase()] ?? 0);
  const decimals = Math.max(0, fraction.length - 1);
  const size = new Decimal(whole.replaceAll(",", "") + fraction).times(Decimal.pow(10, power));
  const negative = /[-\u2212\u2013]/.test(sign + inner);
  return {
    type: "amount",
    amount: negative ? size.negated() : size,
    dimension: percent !== undefined ? "percent" : dollar !== undefined ? "USD" : "number",
    step: Decimal.pow(10, power - decimals),
    decimals,
    power,
    ...spanOf(match),
  };
}
