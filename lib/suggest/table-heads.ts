import { isPeriod, monthPeriod, shiftPeriod, type Period } from "#lib/series/period";
import type { TableItem } from "./table-items.ts";
import { latestOf } from "./text-time.ts";

/** The months that a column is of, both included. */
export interface TableColumn {
  readonly from: Period;
  readonly to: Period;
}

/** A head of a column: a month, perhaps without its year, or a year. */
export interface Head {
  readonly month: number | null;
  readonly year: number | null;
}

/** Null for what is no head. */
export function headOf(item: TableItem): Head | null {
  if (item.type === "month") return { month: item.month, year: item.year };
  if (item.type !== "number" || item.decimals > 0) return null;
  const isYear = item.amount >= 1940 && item.amount < 2100;
  return isYear ? { month: null, year: item.amount } : null;
}

/** Whether heads stand side by side as in a table, and not as figures that happen to look like years. */
export function areHeads(heads: readonly Head[]): boolean {
  if (heads.some(({ month }) => month !== null)) return true;
  return heads.every(({ year }, at) => {
    const before = heads[at - 1]?.year ?? null;
    return before === null || year === null || Math.abs(year - before) === 1;
  });
}

/** Months in one line of heads, and their years in the next. */
export function joinHeads(first: readonly Head[], second: readonly Head[]): Head[] | null {
  const isOf = (heads: readonly Head[], part: "month" | "year") =>
    heads.every(
      (head) => head[part] !== null && head[part === "month" ? "year" : "month"] === null,
    );
  if (first.length !== second.length) return null;
  const [months, years] = isOf(first, "month") ? [first, second] : [second, first];
  if (!isOf(months, "month") || !isOf(years, "year")) return null;
  return months.map(({ month }, at) => ({ month, year: years[at]?.year ?? null }));
}

/**
 * What columns are of; null where it cannot be told. Months without a year run up to the last month that has one, or to the
 * last before `until`. `isRunning`: two columns of one month and two years are of the twelve months through it.
 */
export function columnsOf(
  heads: readonly Head[],
  isRunning: boolean,
  until: Period | null,
): TableColumn[] | null {
  const full = heads.flatMap(({ month, year }) =>
    month === null || year === null ? [] : [monthPeriod(year, month)],
  );
  const columns: TableColumn[] = [];
  let last: Period | null = full.at(-1) ?? until;
  for (const head of heads.toReversed()) {
    const { month, year } = head;
    if (month === null) {
      if (year === null) return null;
      columns.unshift({ from: monthPeriod(year, 1), to: monthPeriod(year, 12) });
      continue;
    }
    if (year === null && last === null) return null;
    const at: Period =
      year === null && last !== null ? latestOf(month, last) : monthPeriod(year ?? 0, month);
    if (year === null) last = shiftPeriod(at, -1);
    if (!isPeriod(at)) return null;
    const isSum = isRunning && year !== null && isPaired(heads, heads.indexOf(head));
    columns.unshift({ from: isSum ? shiftPeriod(at, -11) : at, to: at });
  }
  return columns;
}

/** The first two full months of a table, a year apart. */
function isPaired(heads: readonly Head[], at: number): boolean {
  const first = heads.findIndex(({ month, year }) => month !== null && year !== null);
  const [one, other] = [heads[first], heads[first + 1]];
  const isPair =
    one !== undefined &&
    other !== undefined &&
    one.month === other.month &&
    Math.abs((one.year ?? 0) - (other.year ?? 0)) === 1;
  return isPair && (at === first || at === first + 1);
}
