import type { Period } from "#lib/series/period";
import { rememberTexts } from "#lib/series/remember-texts";
import { plainSpaces } from "./figure-words.ts";
import { findNumberedNames } from "./numbered-name.ts";
import type { PrintedAmount, UnreadableFigure } from "./printed-amount.ts";
import { findFigures } from "./printed-figure.ts";
import { createClaimedText, type TextSpan } from "./text-span.ts";

/** A word in lower case with straight apostrophes, a figure, a period, what is no readable figure, or a mark of punctuation that ends a phrase. */
export type Token = TextSpan &
  (
    | { readonly kind: "word"; readonly word: string }
    | { readonly kind: "amount"; readonly figure: PrintedAmount }
    | { readonly kind: "period"; readonly period: Period }
    | { readonly kind: "unreadable"; readonly figure: UnreadableFigure }
    | { readonly kind: "mark"; readonly mark: string }
  );

/** Words, "U.S.", "2nd"; quotation marks, hyphens and other signs between words are none. */
const shape =
  /(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['\u2019]\p{L}+)?|[.,;:()!?\u2013\u2014\ufffc]/gu;

/** The words and figures of a text, in order; names with numbers are neither. Hyphens divide words: "second-largest" is two. */
export const readTokens: (source: string) => readonly Token[] = rememberTexts(cutTokens);

function cutTokens(source: string): Token[] {
  const text = plainSpaces(source);
  const claimed = createClaimedText(text.length);
  const numbered = findNumberedNames(text);
  for (const name of numbered) claimed.take(name);
  // Two sorts are words, because they may say something: "the No. 2 holder", "a 40-month high".
  const places = numbered.flatMap(({ start, end }): Token[] => {
    const name = text.slice(start, end).toLowerCase();
    const word = name.replace(/^no\. +/u, "no. ").replace(/[\u2010\u2011]/u, "-");
    const isWord = /^(?:no\. \d{1,2}|\d{1,3}-(?:month|year))$/u.test(word);
    return isWord ? [{ kind: "word", word, start, end }] : [];
  });
  const figures = findFigures(text).flatMap((figure): Token[] => {
    if (!claimed.isFree(figure)) return [];
    claimed.take(figure);
    const { start, end } = figure;
    switch (figure.type) {
      case "amount":
        return [{ kind: "amount", figure, start, end }];
      case "period":
        return [{ kind: "period", period: figure.period, start, end }];
      case "unreadable":
        return [{ kind: "unreadable", figure, start, end }];
    }
  });
  const words = [...text.matchAll(shape)].flatMap((match): Token[] => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!claimed.isFree(span)) return [];
    const isWord = /^[\p{L}\p{N}]/u.test(match[0]);
    return isWord
      ? [{ kind: "word", word: match[0].toLowerCase().replace("\u2019", "'"), ...span }]
      : [{ kind: "mark", mark: match[0], ...span }];
  });
  return [...figures, ...words, ...places].sort((left, right) => left.start - right.start);
}

/** The word at a place, or "" where there is another thing or none. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === "word" ? token.word : "";
}

/** The place in the text of the tokens from one place up to, not including, another. */
export function spanOfTokens(tokens: readonly Token[], from: number, to: number): TextSpan {
  const start = tokens[from]?.start ?? 0;
  return { start, end: tokens[to - 1]?.end ?? start };
}
