import { rememberTexts } from "#lib/series/remember-texts";
import { plainSpaces } from "./figure-words.ts";
import { findAmounts, type PrintedAmount, type UnreadableFigure } from "./printed-amount.ts";
import { findDates, findMonths, findYears, type PrintedPeriod } from "./printed-period.ts";
import { createClaimedText } from "./text-span.ts";

/** A figure that can be held against data. */
export type PrintedFigure = PrintedAmount | PrintedPeriod;

/**
 * Every figure in a text, in order: months with a year, bare years, amounts, and figures that cannot be read. Days of the
 * calendar ("June 18, 2026") are dates, not figures, and are left out.
 */
export const findFigures: (source: string) => readonly (PrintedFigure | UnreadableFigure)[] =
  rememberTexts(readFigures);

function readFigures(source: string): (PrintedFigure | UnreadableFigure)[] {
  const text = plainSpaces(source);
  const claimed = createClaimedText(text.length);
  for (const date of findDates(text)) claimed.take(date);
  return [findMonths, findYears, findAmounts]
    .flatMap((find): (PrintedFigure | UnreadableFigure)[] => {
      const free = find(text).filter((figure) => claimed.isFree(figure));
      for (const figure of free) claimed.take(figure);
      return free;
    })
    .sort((left, right) => left.start - right.start);
}
