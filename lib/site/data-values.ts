import type { Cell } from "#lib/series/observation";
import { shiftPeriod, type Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import { amountInWords, areComparable, differenceOf } from "./data-figures.ts";
import type { DataHeadline, DataValue } from "./data-page.ts";
import type { IsViolated } from "./data-violated.ts";

/**
 * Every observation, newest first, with its change. `cells` are those of one vintage, by period. A figure that does not add
 * up has no change, and none is measured against it.
 */
export function valuesOf(
  series: Series,
  cells: readonly Cell[],
  isViolated: IsViolated,
): DataValue[] {
  const known = new Map(cells.map((cell) => [cell.period, cell]));
  const doubted = ({ period, knownFrom }: Cell) => isViolated(period, knownFrom, null);
  return cells
    .map((cell): DataValue => {
      const { period, value, knownFrom, line, column } = cell;
      const before = comparedWith(series, period, known);
      const violated = doubted(cell);
      const change =
        before === null || violated || doubted(before) ? null : differenceOf(before.value, value);
      return { period, value, change, violated, knownFrom, line, column };
    })
    .reverse();
}

/**
 * What a figure is compared with: the period before, measured in the same way. A sum of twelve months is compared with the
 * one a year before while both stand in one release: a release prints these two, and a year later prints the first again.
 */
function comparedWith(
  series: Series,
  period: Period,
  known: ReadonlyMap<Period, Cell>,
): Cell | null {
  if (series.window === 1) {
    const before = shiftPeriod(period, -1);
    return areComparable(series, before, period) ? (known.get(before) ?? null) : null;
  }
  if (known.has(shiftPeriod(period, series.window))) return null;
  const before = shiftPeriod(period, -series.window);
  const start = shiftPeriod(before, 1 - series.window);
  const crosses = series.breaks.some(({ period: at }) => at > start && at <= period);
  return crosses ? null : (known.get(before) ?? null);
}

/** The newest figure, in words; null when there is none. */
export function headlineOf(series: Series, values: readonly DataValue[]): DataHeadline | null {
  const newest = values.find(({ value }) => value !== null);
  if (newest?.value === undefined || newest.value === null) return null;
  const { period, value, change, violated } = newest;
  return {
    period,
    value,
    violated,
    amount: amountInWords(value, series),
    change: change === null ? null : changeInWords(change, series),
  };
}

const stepBefore = { monthly: "month", quarterly: "quarter", annual: "year" } as const;

function changeInWords(change: string, series: Series): string {
  const before =
    series.window > 1
      ? "the twelve months a year before, in the same release"
      : `the ${stepBefore[series.frequency]} before`;
  if (/^-?0*(\.0*)?$/.test(change)) return `unchanged on ${before}`;
  const down = change.startsWith("-");
  const amount = amountInWords(down ? change.slice(1) : change, series);
  return `${down ? "down" : "up"} ${amount} on ${before}`;
}
