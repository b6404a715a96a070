import { Decimal } from "#lib/series/decimal";
import { formatAmount } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { ChartDefinition } from "./definition.ts";
import { plotChart } from "./plot.ts";
import type { ChartForm, ComparedSeries, PlottedChart, PlottedSeries } from "./plotted.ts";
import type { Plotted, Selection } from "./selection.ts";

/** Forms that can show another vintage beside the one shown: a line beside a line, an outline over a bar. */
const comparable: readonly ChartForm[] = ["line", "area", "bar", "grouped-bar", "ranked-bar"];

export function canCompare(form: ChartForm): boolean {
  return comparable.includes(form);
}

/** More than there are areas: a holder that another vintage ranks low has a figure in it all the same. */
const everyPeer = 1000;

/**
 * A chart with the figures of another vintage beside its own, at its own positions. Problems: those of plotting the same
 * selection from that vintage.
 */
export async function compareVintages(
  chart: PlottedChart,
  definition: ChartDefinition,
  reader: SeriesReader,
  { asOf, ...selection }: Omit<Selection, "compare"> & { readonly asOf: VintageDate },
): Promise<Plotted> {
  const whole = definition.form === "ranked-bar" ? { ...definition, top: everyPeer } : definition;
  const other = await plotChart(whole, reader, { ...selection, asOf });
  if (!other.ok) return other;
  const places = new Map(other.chart.positions.map((position, at) => [position, at]));
  const series = chart.series.map((one, index) =>
    comparedSeries(
      one,
      other.chart.series[index],
      chart.positions.map((position) => places.get(position)),
    ),
  );
  return { ok: true, chart: { ...chart, compared: { asOf, series } } };
}

function comparedSeries(
  shown: PlottedSeries,
  other: PlottedSeries | undefined,
  places: readonly (number | undefined)[],
): ComparedSeries {
  const at = <T>(list: readonly (T | null)[] | undefined, place: number | undefined): T | null =>
    place === undefined ? null : (list?.[place] ?? null);
  const values = places.map((place) => at(other?.values, place));
  const texts = places.map((place) => at(other?.texts, place));
  const differences = values.map((value, index) => {
    const own = shown.values[index] ?? null;
    return value === null || own === null ? null : new Decimal(own).minus(value);
  });
  // With as many decimals as the figures have, so that nothing revised reads as zero that is not.
  const decimals = Math.max(0, ...[...shown.texts, ...texts].map(decimalsOf));
  return {
    values,
    texts,
    differences: differences.map((value) => value?.toFixed() ?? null),
    differenceTexts: differences.map((value) => (value === null ? null : signed(value, decimals))),
  };
}

function decimalsOf(text: string | null): number {
  return text?.split(".")[1]?.length ?? 0;
}

/** "+2.9", "−2.9", "0.0"; of a difference too small for the decimals the first digit that is not zero: "−0.002". */
function signed(value: Decimal, usual: number): string {
  const decimals = value.isZero() || survives(value, usual) ? usual : -value.e;
  const text = formatAmount(value, "number", { decimals });
  return value.isPositive() && !value.isZero() ? `+${text}` : text;
}

/** Whether something is left of a value with so many decimals. */
function survives(value: Decimal, decimals: number): boolean {
  return value.abs().gte(new Decimal(5).times(Decimal.pow(10, -decimals - 1)));
}
