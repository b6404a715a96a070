import { monthWord } from "#lib/claims/printed-period";
import { countWords, unitLengths } from "./period-words.ts";

const count = `(?<count>${countWords.join("|")}|1[0-2]|[1-9])`;
const month = `(?<month>${monthWord})`;
const year = String.raw`(?<year>(?:19|20)\d\d)(?!\d)`;
/** Behind these a year is when something ends, and not what it is over. */
export const ending = /\b(?:to|by|until|till|through)(?: the end of)? $/iu;
const unit = `(?<unit>${Object.keys(unitLengths).join("|")})`;
/** What stands before the earlier of two times. */
export const origin =
  /\b(?:from|between|than|over|versus|against|compared with|since|of)(?: \p{L}+ (?:year|quarter|month|decade)s? (?:before|earlier|ago),)?(?: in| at| on| that of| those of| what (?:\p{L}+ ){1,3}(?:held|bought|sold|owned|had|was|were)(?: in| at| on| by)?)?(?: the)? $/iu;
export const over = /\b(?:in|over|during)(?: the)? $/iu;
export const ordinals = ["first", "second", "third", "fourth"];

/** Words before a time that bounds others; `findPeriodBounds` reads them. */
const bounded = String.raw`\b(?:[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil)(?: (?:early|late|mid|the (?:end|start|beginning) of|at least))?`;

/**
 * What speaks of a time and not of the months of a figure: when a figure was published ("the June figure", "June’s has",
 * "February’s reports"), how far back a record goes ("since 2008"), what stands outside ("after November", "a year before").
 */
export const asides = [
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

/** The months of a part of a year, which nobody counts on the day. */
export const edges: Readonly<Record<string, readonly [first: number, last: number]>> = {
  early: [1, 5],
  mid: [4, 9],
  late: [8, 12],
};

/** The shapes of times, the first of which takes its words from those that follow. */
export const parts = {
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
  partOfYear: String.raw`\b(?:(?:\p{L}+st|second|third|fourth|only|one) month of|same (?:\p{L}+ )?(?:months|period) (?:of|in)) ${year}|\b(?<edge>[Ee]arly|[Ll]ate|[Mm]id)[ -]${year.replace("<year>", "<later>")}`,
  yearToDate: String.raw`\b[Ss]o far(?: in)? ${year}|\b${year.replace("<year>", "<later>")} +(?:so far|to date)\b`,
  restOfYear: String.raw`\b[Tt]he (?:rest|remainder) of ${year}`,
  monthsAfter: String.raw`\b${count} months (?:after|following|since) ${month}(?: (?:of )?${year})?`,
  monthsTo: String.raw`\b(?:${count}[- ]|[Tt]he )(?<unit>month|year)s? (?:to|through|ended|ending|ended in|ending in|up to) (?:the end of )?${month}(?: (?:of )?${year})?`,
  monthOfYear: String.raw`\b${month} of ${year}`,
  endOfYear: String.raw`\b(?:the end of|ended) (?:the year|${year})|\b(?<named>year-end|mid-year)\b`,
  pastLength: String.raw`\b(?<way>[Oo]ver|[Ii]n|[Ff]or|[Dd]uring) the (?:past|last|previous|preceding|prior)(?: ${count})? ${unit}s?\b(?! of\b)`,
  overLength: String.raw`(?<!\bof )\b[Oo]ver ${count} ${unit}s\b`,
  inYears: String.raw`(?<!\b(?:\p{L}+est|most|least|first|only|worst|best|record|time)\b[^.;:]{0,40})\b[Ii]n ${count} (?<unit>year)s\b(?! of\b)`,
  length: String.raw`\b(?:(?<way>[Oo]ver|in|for|during|of) the|the|that) ${unit}(?:['\u2019]s)?(?=[\s.,;:)]|$)(?! of\b| before\b| after\b|-)`,
} as const;

/** A month that could be another word: "May" and "March" count behind a preposition, or with a possessive. */
export const bareMonth = String.raw`(?<![\p{L}\p{N}])(?<month>(?!(?:May|March|Mar|Dec|Sept|Jan)\b(?!['\u2019]s))${monthWord})|\b(?:[Ii]n|[Oo]f|[Dd]uring|to|through|[Bb]y|[Ff]rom|[Ff]or|and|[Ll]ast|[Tt]his|[Bb]etween) (?<behind>May|March)\b(?!['\u2019]s)`;
