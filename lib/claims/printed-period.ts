import { monthNames } from "#lib/series/format";
import { isPeriod, monthPeriod, type Period } from "#lib/series/period";
import { endOfNumber, minusClass } from "./figure-words.ts";
import { spanOf, type TextSpan } from "./text-span.ts";

/** A period as printed: "December 2025", "Oct. 2008", "2008". */
export interface PrintedPeriod extends TextSpan {
  readonly type: "period";
  readonly period: Period;
}

/** A month's name in full or cut short; any case. */
export const monthWord = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?!\p{L})\.?`;

const year = String.raw`(?:1[89]\d\d|20\d\d)`;
const dayNumber = String.raw`(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?`;
/** No letter, digit or currency sign stands before; a dash only behind a letter ("mid-2025"). */
const startOfNumber = String.raw`(?<![\p{L}\p{N}_.,\p{Sc}]|(?<!\p{L})[${minusClass}])`;

const monthShape = pattern(
  String.raw`(?<![\p{L}\p{N}])(?<month>${monthWord}),? {1,3}(?<year>${year})${endOfNumber}`,
);
const yearShape = pattern(`${startOfNumber}${year}${endOfNumber}`);

/** Dates that are sure: with a year, in ISO form, a range of years, a year cut short ("’08"). */
const dateShape = pattern(
  [
    String.raw`(?<![\p{L}\p{N}])${monthWord} {1,3}${dayNumber}(?:[-\u2013]${dayNumber})?,? {1,3}${year}`,
    String.raw`${startOfNumber}${dayNumber} {1,3}${monthWord},? {1,3}${year}`,
    String.raw`${startOfNumber}\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?`,
    String.raw`${startOfNumber}${year}[-\u2013/](?:${year}|\d\d)`,
    String.raw`(?<![\p{L}\p{N}])['\u2018\u2019]\d\d`,
  ]
    .map((shape) => shape + endOfNumber)
    .join("|"),
);

/** "June 18", "18 June", "June 18–20", and the word before and after, which tell whether it is a date. */
const bareDayShape = pattern(
  String.raw`(?<![\p{L}\p{N}])(?:(?<before>in|during|on|since|until|by|before|after|from) {1,3})?` +
    String.raw`(?<date>(?<month>${monthWord}) {1,3}${dayNumber}(?:[-\u2013]${dayNumber})?${endOfNumber}` +
    String.raw`|${startOfNumber}${dayNumber} {1,3}(?<behind>${monthWord}))(?= {1,3}(?<after>\p{L}{1,30})|)`,
);

/** Words in -s that are not the plural of a thing counted. */
const notPlural =
  /^(?:as|is|was|has|does|its|his|this|thus|us|vs|versus|plus|less|across|unless)$/iu;
const plural = /^(?:\p{Ll}+s|people|men|women|children)$/u;

/** The months with a year, and the bare years, of a text read by `plainSpaces`. */
export function findMonths(text: string): PrintedPeriod[] {
  return [...text.matchAll(monthShape)].map((match) => ({
    type: "period",
    period: monthPeriod(Number(match.groups?.["year"]), monthNumber(match.groups?.["month"] ?? "")),
    ...spanOf(match),
  }));
}

export function findYears(text: string): PrintedPeriod[] {
  return [...text.matchAll(yearShape)].flatMap((match) =>
    isPeriod(match[0]) ? [{ type: "period", period: match[0], ...spanOf(match) }] : [],
  );
}

/**
 * Days of the calendar and ranges of years: dates, which no expression gives. A bare "May 12" is a date unless "in" or
 * "during" stands before it, a plural follows it ("May 12 countries"; allowed behind "on", "since", "from" and the like),
 * or it is a verb ("may 12").
 */
export function findDates(text: string): TextSpan[] {
  const bare = [...text.matchAll(bareDayShape)].flatMap((match) => {
    const { before = "", date = "", month, behind, after = "" } = match.groups ?? {};
    if (/^(?:in|during)$/iu.test(before)) return [];
    if (/^(?:may|mar|march|dec)\.?$/u.test(month ?? behind ?? "")) return [];
    if (before === "" && plural.test(after) && !notPlural.test(after)) return [];
    const { end } = spanOf(match);
    return [{ start: end - date.length, end }];
  });
  return [...[...text.matchAll(dateShape)].map(spanOf), ...bare];
}

/** 1 to 12 of a month's name, in full or cut short ("Jan."); 0 of anything else. */
export function monthNumber(printed: string): number {
  if (printed === "") return 0;
  const start = printed.slice(0, 3).toLowerCase();
  return monthNames.findIndex((name) => name.toLowerCase().startsWith(start)) + 1;
}

function pattern(source: string): RegExp {
  return new RegExp(source, "giu");
}
