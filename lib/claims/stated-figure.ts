import { plainSpaces } from "./figure-words.ts";
import { findNumberedNames } from "./numbered-name.ts";
import type { PrintedAmount, UnreadableFigure } from "./printed-amount.ts";
import { findFigures } from "./printed-figure.ts";
import { findSpelledFigures } from "./spelled-figure.ts";
import { createClaimedText, type TextSpan } from "./text-span.ts";

/** An amount spelled out: found, but not read. */
export interface SpelledFigure extends TextSpan {
  readonly type: "spelled";
}

export type StatedFigure = PrintedAmount | UnreadableFigure | SpelledFigure;

/**
 * The figures of a text that a reader would take for data, in order: amounts in digits, amounts spelled out with a scale,
 * and figures that cannot be read. Years, months and days are not, nor are numbers that name a thing or a time.
 */
export function findStatedFigures(source: string): StatedFigure[] {
  const text = plainSpaces(source);
  const claimed = createClaimedText(text.length);
  for (const name of findNumberedNames(text)) claimed.take(name);
  const digits = findFigures(text).filter((figure) => figure.type !== "period");
  const spelled = findSpelledFigures(text).map((span): SpelledFigure => ({
    type: "spelled",
    ...span,
  }));
  return [...digits, ...spelled]
    .filter((figure) => claimed.isFree(figure))
    .sort((left, right) => left.start - right.start);
}
