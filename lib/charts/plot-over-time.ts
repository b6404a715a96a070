import type { Decimal } from "#lib/series/decimal";
import { formatPeriod } from "#lib/series/format";
import type { Cell } from "#lib/series/observation";
import { comparePeriods, periodsBetween, shiftPeriod, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import type { TimeDefinition } from "./definition.ts";
import { printFigures, unitName, valuesByPeriod } from "./figures.ts";
import { refuse, type Plotted, type Selection } from "./selection.ts";
import type { PlottedChart } from "./plotted.ts";
import { reach, transformAt, type Transformation } from "./transformation.ts";

/**
 * Lines or columns over time: every period from the first to the last that has a figure within the range, so that one
 * without a figure is a gap. Earlier periods that a transformation needs are read and not shown.
 */
export async function plotOverTime(
  definition: TimeDefinition,
  reader: SeriesReader,
  described: readonly Series[],
  selection: Selection & { readonly transformation: Transformation },
): Promise<Plotted> {
  const { asOf, transformation } = selection;
  const from = selection.from ?? definition.from;
  const to = selection.to ?? definition.to;
  const keys = described.map(({ key }) => key);
  const readFrom = from === undefined ? undefined : shiftPeriod(from, -reach[transformation]);
  const cells = await reader.read(keys, asOf, { from: readFrom, to });

  const span = spanOf(cells, from);
  const periods = span === null ? [] : periodsBetween(span.first, span.last);
  const breaks = new Set(definition.breaks.map(({ period }) => period));
  const columns = described.map((series) => {
    const values = valuesByPeriod(cells.get(series.key) ?? [], series, definition.unit);
    return periods.map((period) =>
      transformAt(transformation, period, (at) => values.get(at) ?? null, breaks),
    );
  });
  const kept = withoutEmptyEnds(periods, columns);
  if (kept.periods.length === 0) {
    const range = `${from === undefined ? "the start" : formatPeriod(from)} to ${to === undefined ? "the end" : formatPeriod(to)}`;
    return refuse(
      definition,
      "no-figures",
      `${definition.id} has no figures from ${range} as of ${asOf}`,
    );
  }
  if (definition.form === "stacked-area") {
    const at = kept.columns.findIndex((column) => column.some((value) => value?.isNegative()));
    const label = definition.series[at]?.label;
    if (label !== undefined) {
      const message = `${definition.id} stacks areas, and ${label} is below zero somewhere: use stacked-bar, where such a part goes down`;
      return refuse(definition, "negative-part", message);
    }
  }
  return { ok: true, chart: assemble(definition, selection, kept) };
}

interface Columns {
  readonly periods: readonly Period[];
  readonly columns: readonly (readonly (Decimal | null)[])[];
}

function assemble(
  definition: TimeDefinition,
  { asOf, transformation }: Selection & { readonly transformation: Transformation },
  { periods, columns }: Columns,
): PlottedChart {
  const shown = new Set<string>(periods);
  const highlight = "highlight" in definition ? definition.highlight : undefined;
  const annotations = "annotations" in definition ? definition.annotations : [];
  return {
    id: definition.id,
    form: definition.form,
    asOf,
    transformation,
    unit: transformation === "pct-change" ? "percent" : unitName(definition.unit),
    positions: periods,
    names: periods.map(formatPeriod),
    series: definition.series.map(({ key, label, emphasis }, index) => ({
      label,
      emphasis,
      // Percents have decimals, whatever they are percents of.
      ...printFigures(
        columns[index] ?? [],
        transformation === "pct-change" ? "billion" : definition.unit,
      ),
      keys: [key],
      period: null,
    })),
    highlighted:
      highlight === undefined
        ? []
        : periodsBetween(highlight.from, highlight.to).filter((period) => shown.has(period)),
    breaks: definition.breaks
      .filter(({ period }) => shown.has(period))
      .map(({ period, text }) => ({ position: period, text })),
    notes:
      transformation === "level"
        ? annotations
            .filter(({ period }) => shown.has(period))
            .map(({ period, series, text }) => ({ position: period, series, text }))
        : [],
    ...(definition.form === "small-multiples" ? { panel: definition.panel } : {}),
  };
}

/** First and last period of all cells, not before `from`. */
function spanOf(
  cells: ReadonlyMap<string, readonly Cell[]>,
  from: Period | undefined,
): { first: Period; last: Period } | null {
  const periods = [...cells.values()].flat().map(({ period }) => period);
  const inRange = periods
    .filter((period) => from === undefined || comparePeriods(period, from) >= 0)
    .sort(comparePeriods);
  const [first] = inRange;
  const last = inRange.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

function withoutEmptyEnds(
  periods: readonly Period[],
  columns: readonly (readonly (Decimal | null)[])[],
): Columns {
  const filled = periods.map((_, index) =>
    columns.some((column) => (column[index] ?? null) !== null),
  );
  const first = filled.indexOf(true);
  if (first === -1) return { periods: [], columns: [] };
  const end = filled.lastIndexOf(true) + 1;
  return {
    periods: periods.slice(first, end),
    columns: columns.map((column) => column.slice(first, end)),
  };
}
