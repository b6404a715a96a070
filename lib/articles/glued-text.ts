import {
  dollarWord,
  foreignWord,
  joint,
  percentWord,
  plainSpaces,
  pointsWord,
} from "#lib/claims/figure-words";
import type { Place, Problem } from "#lib/series/problem";
import type { Mark } from "./mark.ts";

/** Far enough to see any word that could change a figure. */
const reach = 60;

/**
 * What a reader would take for part of the mark: a letter, a digit, a currency, a sign. A long dash behind a word or a
 * bracket is punctuation ("stocks—$5 billion").
 */
const gluedBefore = new RegExp(
  String.raw`(?:[\p{L}\p{N}_\p{Sc}]|\d[.,]|(?<![\p{L}\p{N})\]”’"'])[\u2014\u2015]|[+\-\u2010-\u2013\u2212\ufe63\uff0d])$`,
  "u",
);
const gluedAfter = new RegExp(
  String.raw`^(?:[.,]\p{N}|[\p{L}\p{N}_]|${percentWord}|${joint}(?:(?:trillions?|billions?|millions?|thousands?|hundreds?|trn|tn|bn|mn)(?![\p{L}\p{N}])|${percentWord}|${pointsWord}|${dollarWord}|${foreignWord}))`,
  "iu",
);
/** Words before a figure that make another of it. */
const changingBefore =
  /(?<!\p{L})(?:minus|negative|half(?: of)?(?: an?)?|(?:third|quarter|fifth|tenth)s? of|twice|double|triple|hundred|thousand|million|dozen) {1,3}$/iu;

/** A mark and where its words stand in its block. */
export interface MarkedSpan {
  readonly mark: Mark;
  readonly from: number;
  readonly to: number;
}

/** The marks of a block with text glued to them, which would be read as part of what is ticked. */
export function findGluedText(source: string, spans: readonly MarkedSpan[]): Problem[] {
  const block = plainSpaces(source);
  let lastEnd = 0;
  return spans.flatMap(({ mark, from, to }) => {
    const near = block.slice(Math.max(0, from - reach), from);
    // The words of a mark just before are held against data themselves.
    const between = block.slice(Math.max(lastEnd, from - reach), from);
    lastEnd = to;
    const isFigure = mark.type === "claim" && mark.form === "figure";
    const before =
      gluedBefore.exec(near)?.[0] ?? (isFigure ? changingBefore.exec(between)?.[0] : undefined);
    const after = gluedAfter.exec(block.slice(to, to + reach))?.[0];
    return [
      ...(before === undefined ? [] : [toProblem(`"${before}${mark.text}"`, before, mark.at)]),
      ...(after === undefined ? [] : [toProblem(`"${mark.text}${after}"`, after, mark.at)]),
    ];
  });
}

function toProblem(whole: string, outside: string, at: Place): Problem {
  return {
    kind: "glued-text",
    message: `${whole} reads as one, but "${outside.trim()}" stands outside the mark`,
    at,
    fix: "put all of it between the tags, or write a space or another word between",
  };
}
