import { plainSpaces } from "#lib/claims/figure-words";
import { monthWord } from "#lib/claims/printed-period";
import { notApart } from "#lib/claims/rate-words";
import { spanOf, type TextSpan } from "#lib/claims/text-span";
import { monthPeriod, type Period } from "#lib/series/period";
import { countIn, countWords, fullYear, monthNumber, unitLengths } from "./period-words.ts";

/** Words that say where months begin or end, how far two times lie apart, or that a figure is that of one month of many. */
export type PeriodBound = TextSpan & BoundWords;

type BoundWords =
  | {
      readonly type: "since" | "before" | "after" | "until";
      readonly time: NamedTime;
    }
  /** "three years later", "the month before": from another time that the text names. */
  | { readonly type: "apart"; readonly months: number }
  /** "a year ago": from the day of the text, which may lie later than the time that it names. */
  | { readonly type: "ago"; readonly months: number }
  /** "a month", "per quarter" behind a figure. */
  | { readonly type: "rate"; readonly months: number }
  /** "averaged" before a figure, "in a typical month", "on average". */
  | { readonly type: "average" };

/** The months that a bound names; a month without a year is one of any year. */
export type NamedTime =
  | { readonly type: "months"; readonly from: Period; readonly to: Period }
  | { readonly type: "month"; readonly month: number };

const year = String.raw`(?:19|20)\d\d(?![\d\u2013-])`;
const named = String.raw`(?:(?<edge>the (?:end|start|beginning) of|early|late|mid|at least)[ -])?(?:(?<month>${monthWord})(?! \d{1,2}\b)(?: (?:of )?(?<year>${year}))?|(?<bare>${year})|['\u2019](?<short>\d\d)\b)`;
const bound = new RegExp(
  String.raw`\b(?<word>[Ss]ince|[Bb]efore|[Aa]fter|[Uu]ntil) ${named}`,
  "gu",
);

const unit = String.raw`(?<unit>${Object.keys(unitLengths).join("|")})`;
/** "The year before the war" is no distance from a time that the text names. */
const way = String.raw`(?<way>earlier|later|ago|(?:before|after)(?! (?:the|a|an|its|their|that|this)\b| [\p{Lu}\d]))\b`;
const apart = [
  String.raw`\b(?<count>[Aa]|${countWords.join("|")}|[1-9]\d?) ${unit}s? ${way}`,
  String.raw`\b[Tt]he ${unit} ${way}`,
  String.raw`\b[Tt]he (?<way>previous|preceding|prior|following|next) ${unit}\b`,
];
const apartShapes = apart.map(
  (shape) => new RegExp(String.raw`(?<!\b(?:before|after) )${shape}`, "gu"),
);

/** A week and a day are shorter than what any figure is of. */
const rateLengths: Readonly<Record<string, number>> = { ...unitLengths, week: 0, day: 0 };
const rate = new RegExp(
  String.raw`\b(?:per|an?|each|every) (?<unit>${Object.keys(rateLengths).join("|")})\b${notApart}|\b(?<often>daily|weekly|monthly|quarterly)\b(?! (?!(?:in|during|over|through|throughout)\b)[\p{L}\p{N}])`,
  "gu",
);
const oftenLengths: Readonly<Record<string, number>> = { monthly: 1, quarterly: 3 };

/** Words that put an average in the place of a figure; a median is among what no figure is (`find-modifiers.ts`). */
const average =
  /\b(?:averag(?:ed|ing)|(?:an?|their|its) (?:monthly )?(?:average|mean) of)(?=[^.,;:!?()\u2014\ufffc]{0,60}\p{Sc})|(?<!\bthan )\b(?:in )?(?:an?|the) (?:typical|usual|normal|average) (?:month|quarter|year)\b|(?<!\bthan )\bon average\b/giu;

/** What a list is ranked over, and what came first: "the largest since 2008", "second-highest, after November". */
const ranked =
  /\b(?:\p{L}+est|most|least|first|only|record|worst|best|time|second|third|not|no)\b[^.;:]{0,60}$/iu;

/** The bounds of a text, in order. */
export function findPeriodBounds(source: string): PeriodBound[] {
  const text = plainSpaces(source);
  const bounds = [...text.matchAll(bound)].flatMap((match): PeriodBound[] => {
    const { word = "", ...time } = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    const type = typeOf(word.toLowerCase());
    return type === null || ranked.test(before)
      ? []
      : [{ ...withoutStop(match), type, time: timeOf(time) }];
  });
  const distances = apartShapes.flatMap((shape) =>
    [...text.matchAll(shape)].map((match): PeriodBound => ({
      ...spanOf(match),
      type: match.groups?.["way"] === "ago" ? "ago" : "apart",
      months: monthsApart(match.groups ?? {}),
    })),
  );
  const rates = [...text.matchAll(rate)].map((match): PeriodBound => ({
    ...spanOf(match),
    type: "rate",
    months: rateLength(match.groups ?? {}),
  }));
  const averages = [...text.matchAll(average)].map((match): PeriodBound => ({
    ...spanOf(match),
    type: "average",
  }));
  return [...bounds, ...distances, ...rates, ...averages].sort(
    (left, right) => left.start - right.start,
  );
}

function typeOf(word: string): "since" | "before" | "after" | "until" | null {
  return word === "since" || word === "before" || word === "after" || word === "until"
    ? word
    : null;
}

type Groups = Readonly<Record<string, string | undefined>>;

function timeOf({ edge = "", month, year: ofMonth, bare, short }: Groups): NamedTime {
  const number = monthNumber(month ?? "");
  if (month !== undefined && ofMonth === undefined) return { type: "month", month: number };
  const named = Number(ofMonth ?? bare ?? fullYear(short ?? ""));
  if (month !== undefined) return monthsFrom(named, number, number);
  if (edge === "the end of") return monthsFrom(named, 12, 12);
  if (edge === "the start of" || edge === "the beginning of") return monthsFrom(named, 1, 1);
  return monthsFrom(named, 1, 12);
}

function monthsFrom(inYear: number, first: number, last: number): NamedTime {
  return { type: "months", from: monthPeriod(inYear, first), to: monthPeriod(inYear, last) };
}

function rateLength({ unit: of = "", often = "" }: Groups): number {
  return rateLengths[of] ?? oftenLengths[often] ?? 0;
}

/** Later is more than 0. */
function monthsApart({ count = "a", unit: of = "", way = "" }: Groups): number {
  const number = /^a$/iu.test(count) ? 1 : countIn(count);
  const sign = /^(?:later|after|following|next)$/u.test(way) ? 1 : -1;
  return sign * number * (unitLengths[of] ?? 12);
}

/** The full stop of a month cut short may be that of a sentence. */
function withoutStop(match: RegExpExecArray): TextSpan {
  const { start, end } = spanOf(match);
  return match[0].endsWith(".") ? { start, end: end - 1 } : { start, end };
}
