import { frequencyOf, isPeriod } from "#lib/series/period";
import { runsOverTime, type ChartForm, type PlottedChart } from "./plotted.ts";

/** A table of texts: the first column names the row. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** An em dash, as in a ledger. */
const noFigure = "\u2014";

const firstColumn = {
  line: "Month",
  bar: "Month",
  "grouped-bar": "Class of security",
  "ranked-bar": "Holder",
} as const satisfies Record<ChartForm, string>;

const stepNames = { monthly: "Month", quarterly: "Quarter", annual: "Year" } as const;

function firstColumnOf({ form, positions: [first = ""] }: PlottedChart): string {
  return runsOverTime(form) && isPeriod(first) ? stepNames[frequencyOf(first)] : firstColumn[form];
}

/** A chart's figures as printed; over time the newest first, because that is what is looked up. */
export function chartTable(chart: PlottedChart): ChartTable {
  const rows = chart.names.map((name, index) => [
    name,
    ...chart.series.map(({ texts }) => texts[index] ?? noFigure),
  ]);
  return {
    columns: [firstColumnOf(chart), ...chart.series.map(({ label }) => label)],
    rows: runsOverTime(chart.form) ? rows.reverse() : rows,
  };
}
