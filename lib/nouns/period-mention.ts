import { plainSpaces } from "#lib/claims/figure-words";
import { findDates, findMonths, findYears, monthWord } from "#lib/claims/printed-period";
import { createClaimedText, spanOf, type TextSpan } from "#lib/claims/text-span";
import { monthPeriod, shiftPeriod, type Period } from "#lib/series/period";
import { seasonShape, seasonStart, shortShape, spellIn, spellShape } from "./period-spells.ts";
import { countIn, countWords, fullYear, monthNumber, unitLengths } from "./period-words.ts";

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
  | { readonly type: "year"; readonly year: number }
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

const count = `(?<count>${countWords.join("|")}|1[0-2]|[1-9])`;
const month = `(?<month>${monthWord})`;
const year = String.raw`(?<year>(?:19|20)\d\d)(?!\d)`;
const unit = `(?<unit>${Object.keys(unitLengths).join("|")})`;
/** What stands before the earlier of two times. */
const origin =
  /\b(?:from|between|than|over|versus|against|compared with|since|of)(?: \p{L}+ (?:year|quarter|month|decade)s? (?:before|earlier|ago),)?(?: in| at| on| that of| those of| what (?:\p{L}+ ){1,3}(?:held|bought|sold|owned|had|was|were)(?: in| at| on| by)?)?(?: the)? $/iu;
const over = /\b(?:in|over|during)(?: the)? $/iu;
const ordinals = ["first", "second", "third", "fourth"];

/** Words before a time that bounds others; `findPeriodBounds` reads them. */
const bounded = String.raw`\b(?:[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil)(?: (?:early|late|mid|the (?:end|start|beginning) of|at least))?`;

/**
 * What speaks of a time and not of the months of a figure: when a figure was published ("the June figure", "June’s has",
 * "February’s reports"), how far back a record goes ("since 2008"), what stands outside ("after November", "a year before").
 */
const asides = [
  String.raw`\b${monthWord}(?:['\u2019]s)?(?: first)? (?:figures?|tables?|releases?|vintages?|reports?|headlines?|prints?|counts?|publications?)\b`,
  String.raw`\b${monthWord}['\u2019]s (?:has|had|is|was|puts?|says?|gives?|shows?)\b`,
  String.raw`\b(?:reported|published|released|said|told|announced|printed|issued|updated)(?: (?:it|them|so|that|first|again|back))? in (?:early |late |mid-)?${monthWord}(?: (?:19|20)\d\d(?!\d))?`,
  String.raw`${bounded} (?:${monthWord},? )?(?:of )?(?:['\u2019]\d\d|(?:19|20)\d\d(?!\d)|${monthWord})`,
  String.raw`${bounded} ${monthWord}`,
  String.raw`\b(?:[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil) the (?:spring|summer|autumn|winter|fall)(?: of (?:19|20)\d\d)?`,
  String.raw`\b(?:[Aa]|one|[Tt]he) year (?:earlier|before|ago|later)\b`,
  String.raw`\b(?:\p{L}+est|most|least|first|only|worst|best)(?: \p{L}+){0,3} (?:over|in|for|during) the (?:past|last|previous) (?:\p{L}+ )?(?:years?|quarters?|months?|decades?)\b`,
  String.raw`\b(?:within|than|of|for|in|over) a year\b`,
  String.raw`\b(?:19|20)\d\d[-\u2013\/](?:(?:19|20)\d\d|\d\d)\b`,
].join("|");

const parts = {
  fiscal: String.raw`\b[Ff]iscal(?: year)? ${year}|\bFY ?${year.replace("<year>", "<short>")}|\b${year.replace("<year>", "<before>")} fiscal year\b`,
  shortYear: String.raw`(?<![\p{L}\p{N}])(?:${month} )?['\u2018\u2019](?<short>\d\d)(?![\p{L}\p{N}])`,
  firstMonths: String.raw`\bfirst ${count} months of ${year}`,
  lastMonths: String.raw`\blast ${count} months of ${year}`,
  half: String.raw`\b(?<ordinal>first|second) half of ${year}`,
  quarter: String.raw`\b(?<ordinal>${ordinals.join("|")}) quarter of ${year}|\bQ(?<number>[1-4]) (?:of )?${year.replace("<year>", "<later>")}`,
  bareQuarter: String.raw`\b[Ii]n the (?<ordinal>${ordinals.join("|")}) quarter\b(?! of\b)|\b[Ii]n Q(?<number>[1-4])\b`,
  bareHalf: String.raw`\b[Ii]n the (?<ordinal>first|second) half\b(?! of\b)`,
  bareMonths: String.raw`\b[Ii]n the first ${count} months\b(?! (?:of|after|since|following|to|that|when)\b)`,
  decade: String.raw`(?<!\b(?:[Ss]ince|[Bb]efore|[Aa]fter|[Uu]ntil|[Ff]rom|of) )\bthe (?:early |late |mid-)?(?<decade>(?:19|20)\d0)s\b`,
  relative: String.raw`(?<!\b(?:the|of|${monthWord}|than|from) )\b(?:[Ll]ast|[Tt]his|[Nn]ext) ${unit}\b`,
  monthsTo: String.raw`\b${count}[- ](?<unit>month|year)s? (?:to|through|ended|ending|ended in|ending in|up to) (?:the end of )?${month}(?: (?:of )?${year})?`,
  monthOfYear: String.raw`\b${month} of ${year}`,
  endOfYear: String.raw`\b(?:the end of|ended) (?:the year|${year})|\b(?<named>year-end|mid-year)\b`,
  pastLength: String.raw`\b(?<way>[Oo]ver|[Ii]n|[Ff]or|[Dd]uring) the (?:past|last|previous|preceding|prior)(?: ${count})? ${unit}s?\b(?! of\b)`,
  overLength: String.raw`(?<!\bof )\b[Oo]ver ${count} ${unit}s\b`,
  length: String.raw`\b(?:(?<way>[Oo]ver|in|for|during|of) the|the|that) ${unit}(?:['\u2019]s)?(?=[\s.,;:)]|$)(?! of\b| before\b| after\b|-)`,
} as const;

/** A month that could be another word: "May" and "March" count behind a preposition, or with a possessive. */
const bareMonth = String.raw`(?<![\p{L}\p{N}])(?<month>(?!(?:May|March|Mar|Dec|Sept|Jan)\b(?!['\u2019]s))${monthWord})|\b(?:[Ii]n|[Oo]f|[Dd]uring|to|through|[Bb]y|[Ff]rom|[Ff]or|and|[Ll]ast|[Tt]his|[Bb]etween) (?<behind>May|March)\b(?!['\u2019]s)`;

/** The periods of a text, in order. */
export function findPeriodMentions(source: string): PeriodMention[] {
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
      const isOrigin = origin.test(text.slice(Math.max(0, mention.start - 60), mention.start));
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
  scan(asides, () => null);
  scan(spellShape, (groups, span) => {
    const months = spellIn(groups["spell"] ?? "");
    return months && { ...span, type: "within", ...months };
  });
  scan(shortShape, (_, span) => ({ ...span, type: "length", length: 0, isWhole: true }));
  scan(parts.shortYear, (groups, span) => {
    const inYear = fullYear(groups["short"] ?? "");
    const inMonth = groups["month"];
    return inMonth === undefined
      ? { ...span, type: "year", year: inYear }
      : { ...span, type: "month", month: monthNumber(inMonth), year: inYear };
  });
  look(findDates(text), (span) => monthEnd(text.slice(span.start, span.end), span));
  scan(seasonShape, (groups, span) => ({
    ...span,
    type: "season",
    month: seasonStart(groups),
    year: groups["year"] === undefined ? null : yearIn(groups),
  }));
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
  look(findYears(text), ({ start, end, period }) => ({
    start,
    end,
    type: "year",
    year: Number(period),
  }));
  for (const shape of [parts.pastLength, parts.overLength, parts.length]) {
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
    case "quarter":
    case "length":
    case "at-most":
      return null;
  }
}

function lengthIn({ count: number, unit: of = "" }: Groups): number {
  return (unitLengths[of] ?? 12) * (number === undefined ? 1 : countIn(number));
}
