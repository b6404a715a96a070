import type { SeriesReader } from "#lib/series/reader";
import { formatPeriod } from "#lib/series/format";
import type { Cell } from "#lib/series/observation";
import { monthsOf } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import type { SlopeDefinition } from "./definition.ts";
import { printFigures, unitName, valuesByPeriod } from "./figures.ts";
import { refuse, type Plotted, type Selection } from "./selection.ts";

/** Each series at two or three periods; those of the definition that lie in the selection's range. */
export async function plotSlope(
  definition: SlopeDefinition,
  reader: SeriesReader,
  described: readonly Series[],
  { from, to, asOf }: Selection,
): Promise<Plotted> {
  const periods = definition.periods.filter(
    (period) =>
      (from === undefined || monthsOf(period).first >= monthsOf(from).first) &&
      (to === undefined || monthsOf(period).last <= monthsOf(to).last),
  );
  const [first] = periods;
  const last = periods.at(-1);
  const keys = described.map(({ key }) => key);
  const cells =
    first === undefined
      ? new Map<string, Cell[]>()
      : await reader.read(keys, asOf, { from: first, to: last });
  const columns = described.map((series) => {
    const values = valuesByPeriod(cells.get(series.key) ?? [], series, definition.unit);
    return periods.map((period) => values.get(period) ?? null);
  });
  if (periods.length < 2 || columns.flat().every((value) => value === null)) {
    const asked = definition.periods.map(formatPeriod).join(" and ");
    const message = `${definition.id} compares ${asked}, and as of ${asOf} there is nothing to compare`;
    return refuse(definition, "no-figures", message);
  }
  return {
    ok: true,
    chart: {
      id: definition.id,
      form: definition.form,
      asOf,
      transformation: "level",
      unit: unitName(definition.unit),
      positions: periods,
      names: periods.map(formatPeriod),
      series: definition.series.map(({ key, label, emphasis }, index) => ({
        label,
        emphasis,
        ...printFigures(columns[index] ?? [], definition.unit),
        keys: [key],
        period: null,
      })),
      highlighted: [],
      breaks: [],
      notes: [],
    },
  };
}
