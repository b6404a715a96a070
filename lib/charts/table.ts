import { frequencyOf, isPeriod } from "#lib/series/period";
import { formatDay } from "#lib/series/format";
import { runsOverTime, type ChartForm, type PlottedChart } from "./plotted.ts";

/** A table of texts: the first column names the row. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** An em dash, as in a ledger. */
const noFigure = "\u2014";

function categoryName(form: ChartForm): string {
  if (runsOverTime(form)) return stepNames.monthly;
  return form === "grouped-bar" ? "Class of security" : "Holder";
}

const stepNames = { monthly: "Month", quarterly: "Quarter", annual: "Year" } as const;

function firstColumnOf({ form, positions: [first = ""] }: PlottedChart): string {
  return runsOverTime(form) && isPeriod(first) ? stepNames[frequencyOf(first)] : categoryName(form);
}

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
    columns: [firstColumnOf(chart), ...chart.series.flatMap((series) => columnsOf(series, chart))],
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
