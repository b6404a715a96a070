import type { Decimal } from "#lib/series/decimal";
import { formatDay, formatPeriod } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import { comparePeriods, monthsOf, periodsBetween } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import type { FanDefinition } from "./definition.ts";
import { printFigures, unitName, valuesByPeriod } from "./figures.ts";
import { refuse, type Plotted, type Selection } from "./selection.ts";

/** Vintages that are read, the newest: each is a question to the store, and a column of the table. */
const mostVintages = 36;

/**
 * One series as each vintage had it: the newest first, then the earlier ones that had another figure for a period shown,
 * newest first. A figure that a vintage did not have yet is null.
 */
export async function plotFan(
  definition: FanDefinition,
  reader: SeriesReader,
  series: Series,
  selection: Selection,
): Promise<Plotted> {
  const { asOf } = selection;
  const range = { from: selection.from ?? definition.from, to: selection.to ?? definition.to };
  const read = async (vintage: VintageDate) => {
    const cells = (await reader.read([series.key], vintage, range)).get(series.key) ?? [];
    return valuesByPeriod(cells, series, definition.unit);
  };
  const current = await read(asOf);
  const known = [...current.keys()].sort(comparePeriods);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) {
    const message = `${definition.id} has no figures in its range as of ${asOf}`;
    return refuse(definition, "no-figures", message);
  }
  const positions = periodsBetween(first, last);
  const newest = positions.map((period) => current.get(period) ?? null);
  // Nothing was known of a period before it began.
  const begin = `${monthsOf(first).first}-01`;
  const dates = (await reader.vintages(series.release, asOf))
    .map(({ date }) => date)
    .filter((date) => date < asOf && date >= begin)
    .slice(-mostVintages)
    .reverse();
  const earlier = await Promise.all(
    dates.map(async (vintage) => {
      const values = await read(vintage);
      return { vintage, values: positions.map((period) => values.get(period) ?? null) };
    }),
  );
  const line = (vintage: VintageDate, values: readonly (Decimal | null)[]) => ({
    label: formatDay(vintage),
    emphasis: vintage === asOf,
    ...printFigures(values, definition.unit),
    keys: [series.key],
    period: null,
    vintage,
  });
  const shown = new Set<string>(positions);
  return {
    ok: true,
    chart: {
      id: definition.id,
      form: definition.form,
      asOf,
      transformation: "level",
      unit: unitName(definition.unit),
      positions,
      names: positions.map(formatPeriod),
      series: [
        line(asOf, newest),
        ...earlier
          .filter(({ values }) => differs(values, newest))
          .map(({ vintage, values }) => line(vintage, values)),
      ],
      highlighted: [],
      breaks: definition.breaks
        .filter(({ period }) => shown.has(period))
        .map(({ period, text }) => ({ position: period, text })),
      notes: [],
    },
  };
}

/** Whether a vintage had a figure that the newest has not, or has otherwise. */
function differs(
  values: readonly (Decimal | null)[],
  newest: readonly (Decimal | null)[],
): boolean {
  return values.some((value, index) => {
    const now = newest[index] ?? null;
    return value !== null && (now === null || !now.eq(value));
  });
}
