import { shiftPeriod, type Period } from "#lib/series/period";
import type { VintageDate } from "#lib/series/observation";
import { termsOver, yearOf } from "./candidate.ts";
import type { FigureTable } from "./figure-table.ts";
import type { KnownSeries } from "./named-series.ts";

/** What a record is claimed for: a value of some months, and the end of the list that it is said to stand at. */
export interface RecordQuestion {
  readonly value: number;
  readonly from: Period;
  readonly to: Period;
  readonly end: "highest" | "lowest";
  readonly day: VintageDate;
}

/** A month or a year that stands in the way of a record. */
export interface EarlierRecord {
  readonly from: Period;
  readonly to: Period;
  readonly value: number;
}

/** Tables of one thing print it to different digits: what is this near in another is no other value. */
const sameValue = 0.002;

/**
 * The times before some months at which one of the tables of the same thing had a value as far out, the farthest first. A table
 * that begins late shows no record that a longer one denies, and the longer one may have ended before these months.
 */
export function earlierRecords(
  { value, from, to, end, day }: RecordQuestion,
  tables: readonly KnownSeries[],
  table: FigureTable,
): EarlierRecord[] {
  const length = yearOf(from, to) === null ? 1 : 12;
  const least = Math.abs(value) * sameValue;
  const beyond = (other: number) => (end === "highest" ? other - value : value - other);
  const found = tables.flatMap((series) => {
    const isYearly = length === 12 && series.series.kind !== "stock";
    const span = table.spanOf(series.series.key);
    if (span === null) return [];
    const earlier: EarlierRecord[] = [];
    const step = isYearly ? 12 : 1;
    let last = isYearly ? shiftPeriod(to, -12) : shiftPeriod(to, -1);
    for (; last >= span.first; last = shiftPeriod(last, -step)) {
      const first = isYearly ? shiftPeriod(last, -11) : last;
      const terms = termsOver(series, first, last);
      const sum = terms && table.sumAt(terms, day);
      if (sum !== null && beyond(sum) > least) earlier.push({ from: first, to: last, value: sum });
    }
    return earlier;
  });
  return found.sort((left, right) => beyond(right.value) - beyond(left.value));
}
