import { csvText } from "#lib/series/csv-text";
import type { ChartDefinition } from "./definition.ts";
import { runsOverTime, type PlottedChart } from "./plotted.ts";

const header = [
  "period",
  "label",
  "series",
  "value",
  "unit",
  "transformation",
  "as_of",
  "source",
  "licence",
] as const;

/** Beside another vintage: its day, its figure, and the figure shown less that one. */
const comparedHeader = ["compared_as_of", "compared_value", "difference"] as const;

/**
 * A chart's figures as CSV (RFC 4180), one figure a row, exact and not rounded; a missing one is empty. Unit, vintage,
 * source and licence are columns, so that every row carries its citation and the file needs no comment lines, which
 * parsers disagree about.
 */
export function chartCsv(definition: ChartDefinition, chart: PlottedChart): string {
  const { source } = definition;
  const citation = (vintage: string): string[] => [
    chart.unit,
    chart.transformation,
    vintage,
    `${source.publisher}, ${source.title}`,
    source.licence,
  ];
  const { compared } = chart;
  const rows = chart.series.flatMap(({ label, values, keys, period, vintage }, series) =>
    chart.positions.map((position, index) => {
      const place = runsOverTime(chart.form)
        ? [position, label, keys[0] ?? ""]
        : [period ?? "", position, keys[index] ?? ""];
      const row = [...place, values[index] ?? "", ...citation(vintage ?? chart.asOf)];
      if (compared === undefined) return row;
      const other = compared.series[series];
      return [...row, compared.asOf, other?.values[index] ?? "", other?.differences[index] ?? ""];
    }),
  );
  return csvText([compared === undefined ? header : [...header, ...comparedHeader], ...rows]);
}
