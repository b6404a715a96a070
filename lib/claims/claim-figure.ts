import type { Problem } from "#lib/series/problem";
import { foreignWord, percentWord, plainSpaces } from "./figure-words.ts";
import { findFigures, type PrintedFigure } from "./printed-figure.ts";
import { monthWord } from "./printed-period.ts";
import { findSpelledFigures } from "./spelled-figure.ts";
import type { TextSpan } from "./text-span.ts";

type Trouble = Omit<Problem, "at">;

const fractionOf = String.raw`(?:half|halves|thirds?|quarters?|fifths?|tenths?|hundredths?) {1,3}(?:of|an?)(?!\p{L})(?! {1,3}(?:the )?(?:year|fiscal|calendar|[12]\d{3}))`;

/** Words that make another figure of the one printed: "minus $5 billion", "half of 5", "5 hundred". */
const changing = new RegExp(
  String.raw`(?<!\p{L})(?:minus|negative|not|never|twice|thrice|doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|quadrupl(?:e|ed)|multiplied|divided|` +
    String.raw`hundreds?|thousands?|dozens?|millions?|billions?|trillions?|bn|tn|trn|${foreignWord}|${fractionOf}|half(?= {0,3}(?:\ufffc|$)))(?!\p{L})|${percentWord}|\u2030`,
  "iu",
);

/** Words for a part of a year, which a year printed alone leaves out. "may" and "march" may be verbs. */
const partOfYear = new RegExp(
  String.raw`(?<!\p{L})(?:(?!may|mar)${monthWord}|quarters?|Q[1-4]|H[12]|half|halves)(?![\p{L}\p{N}])`,
  "iu",
);
const springMonth = /(?<!\p{L})(?:Ma(?:y|rch|r\.?)|MA(?:Y|RCH|R\.?))(?!\p{L})/u;

/**
 * The one figure a claim prints: its period when the expression gives one, else its amount (a period beside it is a
 * date). Words that make another figure of it are refused: they would be ticked with it.
 */
export function claimFigure(
  source: string,
  wantsPeriod: boolean,
): { figure: PrintedFigure } | { trouble: Trouble } {
  const text = plainSpaces(source);
  const all = findFigures(text);
  const unread = all.find((figure) => figure.type === "unreadable");
  if (unread) {
    return refuse(
      "unreadable-figure",
      `"${text.slice(unread.start, unread.end)}" ${unread.reason}`,
      unread.fix,
    );
  }
  const figures = all.filter((figure) => figure.type !== "unreadable");
  const amounts = figures.filter((figure) => figure.type === "amount");
  const periods = figures.filter((figure) => figure.type === "period");
  const wanted = wantsPeriod ? periods : amounts;
  const [figure] = wanted.length > 0 ? wanted : figures;
  if (figure === undefined) {
    return refuse(
      "no-figure",
      `"${text}" prints no figure to hold against the expression`,
      'put the figure between the tags, or use holds="…" for words that are true or not',
    );
  }
  const rest = cutOut(text, figures);
  const spelled = findSpelledFigures(rest).length;
  const others = wantsPeriod && periods.length > 0 ? amounts.length : 0;
  const count = Math.max(1, wanted.length) + spelled + others;
  if (count > 1) {
    return refuse(
      "several-figures",
      `"${text}" prints ${count} figures; a claim is tied to one`,
      "give each figure a claim of its own",
    );
  }
  return (
    (wantsPeriod ? findPartOfYear(text, rest, figure) : null) ??
    // Years stay in: "the third quarter of 2025" is a date, "a quarter of $5 billion" another figure.
    findChange(text, cutOut(text, amounts), figure) ?? { figure }
  );
}

function findChange(text: string, rest: string, figure: PrintedFigure) {
  const before = text.slice(0, figure.start);
  const after = text.slice(figure.end);
  const printed = text.slice(figure.start, figure.end);
  if (/\( {0,3}$/u.test(before) && /^ {0,3}\)/u.test(after)) {
    return changed(
      `"${text}" has its figure in parentheses`,
      `write "-${printed}" or "${printed}"`,
    );
  }
  if (/[-+\u2010-\u2013\u2212\ufe63\uff0d] {1,3}$/u.test(before)) {
    return changed(
      `"${text}" has a sign apart from its figure`,
      "write the sign next to the figure",
    );
  }
  const word = changing.exec(rest)?.[0];
  if (word !== undefined) {
    return changed(
      `"${word}" in "${text}" changes the figure ${printed}`,
      "keep only the figure between the tags, with its sign and unit, and an expression for it",
    );
  }
  return null;
}

/** A month or quarter left over beside a bare year, which would be ticked for its year alone. */
function findPartOfYear(text: string, rest: string, figure: PrintedFigure) {
  if (figure.type !== "period" || figure.period.length !== 4) return null;
  const part = partOfYear.exec(rest)?.[0] ?? springMonth.exec(rest)?.[0];
  if (part === undefined) return null;
  return changed(
    `"${part}" in "${text}" is more than the year ${figure.period}`,
    "write the month and the year together, such as September 2008",
  );
}

/** The text with its figures as gaps of the same length that no word reaches across. */
function cutOut(text: string, figures: readonly TextSpan[]): string {
  return figures.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + "\ufffc".repeat(end - start) + rest.slice(end),
    text,
  );
}

function changed(message: string, fix: string): { trouble: Trouble } {
  return refuse("figure-with-words", message, fix);
}

function refuse(kind: string, message: string, fix: string): { trouble: Trouble } {
  return { trouble: { kind, message, fix } };
}
