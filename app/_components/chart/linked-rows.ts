import { runsOverTime, type PlottedChart } from "#lib/charts/plotted";
import type { ChartPoint } from "./linked-walk.ts";

/** The cells of a chart's table that hold some of its figures; over time the table has the newest first (lib/charts/table.ts). */
export function litRows(
  figure: Element | null,
  { form, positions, series: all }: Pick<PlottedChart, "form" | "positions" | "series">,
  lit: readonly ChartPoint[],
): Element[] {
  if (figure === null || lit.length === 0) return [];
  const rows = figure.querySelectorAll(".chart-table tbody tr");
  return lit.flatMap(({ series, position }) => {
    const row = rows[runsOverTime(form) ? positions.length - 1 - position : position];
    if (row === undefined) return [];
    // Beside another vintage each series has further columns behind its own.
    const columns = (row.children.length - 1) / all.length;
    return row.children[1 + series * columns] ?? [];
  });
}
