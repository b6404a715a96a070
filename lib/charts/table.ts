import { formatDay } from "#lib/series/format";
import { runsOverTime, type PlottedChart } from "./plotted.ts";
import { positionName } from "./position-name.ts";

/** A table of texts: the first column names the row. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** An em dash, as in a ledger. */
const noFigure = "\u2014";

/** A chart's figures as printed; over time the newest first, because that is what is looked up. */
export function chartTable(chart: PlottedChart): ChartTable {
  const rows = chart.names.map((name, index) => [
    name,
    ...chart.series.flatMap(({ texts }, series) => [
      texts[index] ?? noFigure,
      ...comparedCells(chart, series, index),
    ]),
  ]);
  return {
    columns: [positionName(chart), ...chart.series.flatMap((series) => columnsOf(series, chart))],
    rows: runsOverTime(chart.form) ? rows.reverse() : rows,
  };
}

/** A series' own column; beside another vintage also that vintage's figures, and what was revised. */
function columnsOf(
  { label }: PlottedChart["series"][number],
  { compared }: PlottedChart,
): string[] {
  if (compared === undefined) return [label];
  return [label, `${label}, vintage of ${formatDay(compared.asOf)}`, `${label}, difference`];
}

function comparedCells({ compared }: PlottedChart, series: number, position: number): string[] {
  if (compared === undefined) return [];
  const other = compared.series[series];
  return [other?.texts[position] ?? noFigure, other?.differenceTexts[position] ?? noFigure];
}
