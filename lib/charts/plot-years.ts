import { Decimal } from "#lib/series/decimal";
import { formatPeriod } from "#lib/series/format";
import { monthsOf, periodsBetween, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import type { YearsDefinition } from "./definition.ts";
import { printFigures, unitName, valuesByPeriod } from "./figures.ts";
import { refuse, type Plotted, type Selection } from "./selection.ts";

/**
 * Calendar years side by side, a group of bars for each series. A year is plotted when all its months are there: part of
 * a year is never shown as a year, so an incomplete one is the problem `incomplete-year`.
 */
export async function plotYears(
  definition: YearsDefinition,
  reader: SeriesReader,
  described: readonly Series[],
  { from, to, asOf }: Selection,
): Promise<Plotted> {
  const stock = described.find(({ kind }) => kind === "stock");
  if (stock !== undefined) {
    const message = `${stock.key} is a stock: its months do not add up to a year`;
    return refuse(definition, "transformation-refused", message);
  }
  const years = definition.years.filter(
    (year) =>
      (from === undefined || monthsOf(year).first >= monthsOf(from).first) &&
      (to === undefined || monthsOf(year).last <= monthsOf(to).last),
  );
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) {
    const message = `${definition.id} shows ${definition.years.join(", ")}; none of them lies in the range`;
    return refuse(definition, "no-figures", message);
  }
  const range = { from: monthsOf(first).first, to: monthsOf(last).last };
  const keys = described.map(({ key }) => key);
  const cells = await reader.read(keys, asOf, range);

  const missing = new Set<Period>();
  const series = years.map((year) => {
    const months = periodsBetween(monthsOf(year).first, monthsOf(year).last);
    const sums = described.map((one) => {
      const values = valuesByPeriod(cells.get(one.key) ?? [], one, definition.unit);
      return months.reduce((sum, month) => {
        const value = values.get(month);
        if (value === undefined) missing.add(month);
        return sum.plus(value ?? 0);
      }, new Decimal(0));
    });
    const emphasis = year === definition.emphasis;
    return { label: year, emphasis, ...printFigures(sums), keys, period: year };
  });
  if (missing.size > 0) {
    const months = [...missing].map(formatPeriod);
    const message = `${definition.id} needs every month of ${years.join(" and ")}; as of ${asOf} there is none for ${months.join(", ")}`;
    return refuse(definition, "incomplete-year", message);
  }
  return {
    ok: true,
    chart: {
      id: definition.id,
      form: definition.form,
      asOf,
      transformation: "level",
      unit: unitName(definition.unit),
      positions: definition.series.map(({ label }) => label),
      names: definition.series.map(({ label }) => label),
      series,
      highlighted: [],
      breaks: [],
      notes: [],
    },
  };
}
