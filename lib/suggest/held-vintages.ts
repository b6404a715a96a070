import { shiftPeriod } from "#lib/series/period";
import type { VintageDate } from "#lib/series/observation";
import type { Vintage } from "#lib/series/vintage";
import type { Candidate } from "./candidate.ts";
import type { FigureTable } from "./figure-table.ts";

/** Which vintages are held of a reading, in all tables that it was looked for in. */
export interface HeldVintages {
  /** So many of those that give it a value. */
  readonly count: number;
  /** The first of them. */
  readonly since: VintageDate;
  /** What it is of was printed first before that. */
  readonly isFirstPrintMissing: boolean;
  /** The vintages around the day of the text, when one between them is not held and they differ. */
  readonly gap: { readonly last: VintageDate; readonly next: VintageDate } | null;
}

/** A table of months is printed once a month: a longer time has a vintage in it that is not held. */
const longestPause = 45;

/** Null where no vintage gives any of the candidates a value. */
export function heldVintages(
  alike: readonly Candidate[],
  table: FigureTable,
  vintages: readonly Vintage[],
  written: VintageDate | null,
): HeldVintages | null {
  const days = new Set<VintageDate>();
  for (const { terms, by, series } of alike) {
    const all = by === null ? terms : [...terms, ...by];
    const since = table.daysOf(all).find((day) => table.sumAt(all, day) !== null);
    if (since === undefined) continue;
    for (const { release, date } of vintages) {
      if (release === series.series.release && date >= since) days.add(date);
    }
  }
  const held = [...days].sort();
  const [since] = held;
  const [first] = alike;
  if (since === undefined || first === undefined) return null;
  return {
    count: held.length,
    since,
    isFirstPrintMissing:
      first.series.series.frequency === "monthly" &&
      since >= `${shiftPeriod(first.months.to, 3)}-15`,
    gap: written === null ? null : gapAt(held, written, first, table),
  };
}

function gapAt(
  held: readonly VintageDate[],
  written: VintageDate,
  { terms }: Candidate,
  table: FigureTable,
): HeldVintages["gap"] {
  const last = held.findLast((day) => day <= written);
  const next = held.find((day) => day > written);
  if (last === undefined || next === undefined || daysBetween(last, written) <= longestPause) {
    return null;
  }
  return table.sumAt(terms, last) === table.sumAt(terms, next) ? null : { last, next };
}

function daysBetween(from: VintageDate, to: VintageDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
