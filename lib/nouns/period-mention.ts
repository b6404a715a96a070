import { plainSpaces } from "#lib/claims/figure-words";
import { findDates, findMonths, findYears, monthWord } from "#lib/claims/printed-period";
import { createClaimedText, spanOf, type TextSpan } from "#lib/claims/text-span";
import { monthPeriod, shiftPeriod, type Period } from "#lib/series/period";
import { rememberTexts } from "#lib/series/remember-texts";
import { comparedBefore, sameMonthShape } from "./compared-times.ts";
import {
  asides,
  bareMonth,
  edges,
  ending,
  ordinals,
  origin,
  over,
  parts,
} from "./period-shapes.ts";
import { seasonShape, seasonStart, shortShape, spellIn, spellShape } from "./period-spells.ts";
import { countIn, fullYear, monthNumber, unitLengths } from "./period-words.ts";

/** Words that say of which months something is. */
export type PeriodMention = TextSpan & {
  /** Behind "from", "than" and the like: the earlier of two times. */
  readonly isOrigin: boolean;
} & PeriodWords;

type PeriodWords =
  | { readonly type: "month"; readonly month: number; readonly year: number | null }
  /** The last of so many months. */
  | {
      readonly type: "months-to";
      readonly length: number;
      readonly month: number;
      readonly year: number | null;
    }
  /** `isOver`: behind "in", "over" or "during", where a change is over all of it. */
  | { readonly type: "span"; readonly from: Period; readonly to: Period; readonly isOver: boolean }
  /** "the 1990s": some time between. */
  | { readonly type: "within"; readonly from: Period; readonly to: Period }
  /** `isOver`: of a change that is over all of it, and not only behind "to" or "by", when it ends. */
  | { readonly type: "year"; readonly year: number; readonly isOver: boolean }
  /** "So far in 2026": its months from the first on. */
  | { readonly type: "year-to-date"; readonly year: number }
  /** "The rest of 2025": its months up to the last. */
  | { readonly type: "rest-of-year"; readonly year: number }
  /** "Late 2025", "the worst month of 2025": some months of it. */
  | { readonly type: "part-of-year"; readonly from: Period; readonly to: Period }
  /** "in the second quarter", of a year that is said elsewhere. */
  | { readonly type: "quarter"; readonly quarter: number }
  /** "the spring of 2025": its three months, and the one on each side. */
  | { readonly type: "season"; readonly month: number; readonly year: number | null }
  /** "year-end", "at the end of 2025", "mid-year": the month at whose end a stock is taken. */
  | { readonly type: "end-of-year"; readonly month: number; readonly year: number | null }
  /** "over the year", "for the quarter", "that month": so many months, without saying which; `isWhole` after "over". */
  | { readonly type: "length"; readonly length: number; readonly isWhole: boolean }
  /** "last year", "this month": which one hangs on when it is read, but nothing longer is meant. */
  | { readonly type: "at-most"; readonly length: number };

/** The periods of a text, in order. */
export const findPeriodMentions: (source: string) => readonly PeriodMention[] =
  rememberTexts(readPeriodMentions);

function readPeriodMentions(source: string): PeriodMention[] {
  const text = plainSpaces(source);
  const taken = createClaimedText(text.length);
  const found: PeriodMention[] = [];
  const spanMention = (span: TextSpan, from: Period, length: number): TextSpan & PeriodWords => {
    const isOver = over.test(text.slice(Math.max(0, span.start - 12), span.start));
    return { ...span, type: "span", from, to: shiftPeriod(from, length - 1), isOver };
  };
  const look = <T extends TextSpan>(
    spans: readonly T[],
    read: (span: T) => (TextSpan & PeriodWords) | null,
  ) => {
    for (const span of spans) {
      if (!taken.isFree(span)) continue;
      taken.take(span);
      const mention = read(span);
      if (mention === null) continue;
      const before = text.slice(Math.max(0, mention.start - 60), mention.start);
      const isOrigin = origin.test(before) || comparedBefore.test(before);
      found.push(withoutStop({ ...mention, isOrigin }, text));
    }
  };
  const scan = (
    shape: string,
    read: (groups: Groups, span: TextSpan) => (TextSpan & PeriodWords) | null,
  ) => {
    const matches = [...text.matchAll(new RegExp(shape, "gu"))];
    look(
      matches.map((match) => ({ ...spanOf(match), groups: match.groups ?? {} })),
      ({ groups, start, end }) => read(groups, { start, end }),
    );
  };
  scan(parts.fiscal, (groups, span) => {
    const last = Number(groups["year"] ?? groups["short"] ?? groups["before"]);
    return spanMention(span, monthPeriod(last - 1, 10), 12);
  });
  scan(parts.monthsAfter, (groups, span) => {
    const length = countIn(groups["count"] ?? "");
    const after = monthNumber(groups["month"] ?? "");
    return groups["year"] === undefined
      ? { ...span, type: "months-to", length, month: ((after + length - 1) % 12) + 1, year: null }
      : spanMention(span, shiftPeriod(monthPeriod(yearIn(groups), after), 1), length);
  });
  scan(asides, () => null);
  scan(sameMonthShape, (groups, span) => {
    const inYear = yearIn(groups);
    const [from, to] = [monthPeriod(inYear, 1), monthPeriod(inYear, 12)];
    return { ...span, type: "within", from, to };
  });
  scan(spellShape, (groups, span) => {
    const months = spellIn(groups["spell"] ?? "");
    return months && { ...span, type: "within", ...months };
  });
  scan(shortShape, (_, span) => ({ ...span, type: "length", length: 0, isWhole: true }));
  const yearMention = (span: TextSpan, named: number): TextSpan & PeriodWords => {
    const isEnd = ending.test(text.slice(Math.max(0, span.start - 30), span.start));
    return { ...span, type: "year", year: named, isOver: !isEnd };
  };
  scan(parts.shortYear, (groups, span) => {
    const inYear = fullYear(groups["short"] ?? "");
    const inMonth = groups["month"];
    return inMonth === undefined
      ? yearMention(span, inYear)
      : { ...span, type: "month", month: monthNumber(inMonth), year: inYear };
  });
  look(findDates(text), (span) => monthEnd(text.slice(span.start, span.end), span));
  scan(seasonShape, (groups, span) => ({
    ...span,
    type: "season",
    month: seasonStart(groups),
    year: groups["year"] === undefined ? null : yearIn(groups),
  }));
  scan(parts.yearToDate, (groups, span) => ({
    ...span,
    type: "year-to-date",
    year: Number(groups["year"] ?? groups["later"]),
  }));
  scan(parts.restOfYear, (groups, span) => ({
    ...span,
    type: "rest-of-year",
    year: yearIn(groups),
  }));
  scan(parts.partOfYear, (groups, span) => {
    const [first, last] = edges[(groups["edge"] ?? "").toLowerCase()] ?? [1, 12];
    const inYear = Number(groups["year"] ?? groups["later"]);
    const [from, to] = [monthPeriod(inYear, first), monthPeriod(inYear, last)];
    return { ...span, type: "part-of-year", from, to };
  });
  scan(parts.firstMonths, (groups, span) =>
    spanMention(span, monthPeriod(yearIn(groups), 1), countIn(groups["count"] ?? "")),
  );
  scan(parts.lastMonths, (groups, span) =>
    spanMention(
      span,
      monthPeriod(yearIn(groups), 13 - countIn(groups["count"] ?? "")),
      countIn(groups["count"] ?? ""),
    ),
  );
  scan(parts.half, (groups, span) =>
    spanMention(span, monthPeriod(yearIn(groups), groups["ordinal"] === "first" ? 1 : 7), 6),
  );
  scan(parts.quarter, (groups, span) => {
    const inYear = Number(groups["year"] ?? groups["later"]);
    return spanMention(span, monthPeriod(inYear, quarterIn(groups) * 3 - 2), 3);
  });
  scan(parts.bareQuarter, (groups, span) => ({
    ...span,
    type: "quarter",
    quarter: quarterIn(groups),
  }));
  scan(parts.bareHalf, (groups, span) => ({
    ...span,
    type: "months-to",
    length: 6,
    month: groups["ordinal"] === "first" ? 6 : 12,
    year: null,
  }));
  scan(parts.bareMonths, (groups, span) => {
    const length = countIn(groups["count"] ?? "");
    return { ...span, type: "months-to", length, month: length, year: null };
  });
  scan(parts.decade, (groups, span) => {
    const first = Number(groups["decade"]);
    return { ...span, type: "within", from: monthPeriod(first, 1), to: monthPeriod(first + 9, 12) };
  });
  scan(parts.monthsTo, (groups, span) => ({
    ...span,
    type: "months-to",
    length: lengthIn(groups),
    month: monthNumber(groups["month"] ?? ""),
    year: groups["year"] === undefined ? null : Number(groups["year"]),
  }));
  scan(parts.endOfYear, (groups, span) => ({
    ...span,
    type: "end-of-year",
    month: groups["named"] === "mid-year" ? 6 : 12,
    year: groups["year"] === undefined ? null : yearIn(groups),
  }));
  scan(parts.monthOfYear, (groups, span) => ({
    ...span,
    type: "month",
    month: monthNumber(groups["month"] ?? ""),
    year: yearIn(groups),
  }));
  look(findMonths(text), ({ start, end, period }) => ({
    start,
    end,
    type: "month",
    month: Number(period.slice(5)),
    year: Number(period.slice(0, 4)),
  }));
  look(findYears(text), ({ start, end, period }) => yearMention({ start, end }, Number(period)));
  for (const shape of [parts.pastLength, parts.overLength, parts.inYears, parts.length]) {
    scan(shape, (groups, span) => ({
      ...span,
      type: "length",
      length: lengthIn(groups),
      isWhole: shape !== parts.length || groups["way"]?.toLowerCase() === "over",
    }));
  }
  scan(parts.relative, (groups, span) => ({
    ...span,
    type: "at-most",
    length: lengthIn({ unit: groups["unit"] }),
  }));
  scan(bareMonth, (groups, { end }) => {
    const name = groups["month"] ?? groups["behind"] ?? "";
    return { start: end - name.length, end, type: "month", month: monthNumber(name), year: null };
  });
  return found.sort((left, right) => left.start - right.start);
}

/** A day at the end of a month is that on which a stock is taken; others are those of news and vintages. */
function monthEnd(date: string, span: TextSpan): (TextSpan & PeriodWords) | null {
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/u.exec(date);
  const day = Number(iso ? (iso[3] ?? 31) : (/\b(2[89]|3[01])\b/u.exec(date)?.[1] ?? 0));
  const year = Number(iso ? iso[1] : (/\d{4}/u.exec(date)?.[0] ?? 0));
  const month = iso ? Number(iso[2]) : monthNumber(anyMonth.exec(date)?.[0] ?? "");
  if (day < 28 || month < 1 || year < 1900) return null;
  return { ...span, type: "month", month, year };
}

const anyMonth = new RegExp(monthWord, "iu");

/** The full stop of "Oct." is taken for that of a sentence too; no noun needs it. */
function withoutStop(mention: PeriodMention, text: string): PeriodMention {
  return text[mention.end - 1] === "." ? { ...mention, end: mention.end - 1 } : mention;
}

type Groups = Readonly<Record<string, string | undefined>>;

function quarterIn({ number, ordinal = "" }: Groups): number {
  return number === undefined ? ordinals.indexOf(ordinal) + 1 : Number(number);
}

function yearIn(groups: Groups): number {
  return Number(groups["year"]);
}

/** The last month that words name; null when they leave the year open. */
export function lastMonthOf(mention: PeriodMention): Period | null {
  switch (mention.type) {
    case "year":
      return monthPeriod(mention.year, 12);
    case "span":
      return mention.to;
    case "month":
    case "months-to":
    case "end-of-year":
      return mention.year === null ? null : monthPeriod(mention.year, mention.month);
    case "season":
    case "within":
    case "year-to-date":
    case "rest-of-year":
    case "part-of-year":
    case "quarter":
    case "length":
    case "at-most":
      return null;
  }
}

function lengthIn({ count: number, unit: of = "" }: Groups): number {
  return (unitLengths[of] ?? 12) * (number === undefined ? 1 : countIn(number));
}
