import type { Cell, VintageDate } from "./observation.ts";
import { monthPeriod, monthsOf, periodDistance, type Period } from "./period.ts";
import type { PeriodRange } from "./reader.ts";

/** A month is printed first within three months of its end, also when the government was shut. */
export const latestFirstPrint = 3;

/** How many months a day lies behind the end of a period; 0 in its last month. */
export function monthsAfter(period: Period, day: VintageDate): number {
  const month = monthPeriod(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return periodDistance(monthsOf(period).last, month);
}

/**
 * The cells of a monthly series as they were printed first, in the vintages up to a day; `revisions` are by period, and then by
 * vintage. What is held may begin late or have gaps, so a vintage passes for the first only where it shows: the month is the
 * newest that it has, for each release brings a new one, and it came soon after. A month without such a vintage is left out.
 */
export function firstPrintsOf(
  revisions: readonly Cell[],
  asOf: VintageDate,
  { from, to }: PeriodRange = {},
): readonly Cell[] {
  const first = revisions.filter(
    (cell, index) => cell.period !== revisions[index - 1]?.period && cell.knownFrom <= asOf,
  );
  const found: Cell[] = [];
  let laterKnown: VintageDate | null = null;
  for (const cell of first.toReversed()) {
    const isNewest = laterKnown === null || cell.knownFrom < laterKnown;
    if (!isNewest) continue;
    laterKnown = cell.knownFrom;
    if (cell.status === "withdrawn") continue;
    if (monthsAfter(cell.period, cell.knownFrom) > latestFirstPrint) continue;
    found.push(cell);
  }
  return found
    .reverse()
    .filter(
      ({ period }) => (from === undefined || period >= from) && (to === undefined || period <= to),
    );
}
