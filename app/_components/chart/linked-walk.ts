import { plainLabel, runsOverTime, type PlottedChart } from "#lib/charts/plotted";
import { frequencyOf, isPeriod } from "#lib/series/period";

/** One figure of a chart. */
export interface ChartPoint {
  readonly series: number;
  readonly position: number;
}

/** The keys that step through a chart, for the list that `?` opens. */
export const walkKeys: readonly { readonly keys: string; readonly what: string }[] = [
  { keys: "← →", what: "the figure before, the next" },
  { keys: "↑ ↓", what: "the series above, the series below" },
  { keys: "Home End", what: "the first figure, the last" },
  { keys: "Page Up, Page Down", what: "a year back, a year on" },
  { keys: "Enter", what: "the sentences that use the figure" },
  { keys: "Esc", what: "leave the figure, close what is open" },
  { keys: "?", what: "this list" },
];

const stepsInYear = { monthly: 12, quarterly: 4, annual: 1 } as const;

/** The figure a key leads to from the one pointed at, or from outside; undefined for a key that means nothing here. */
export function stepTo(
  key: string,
  from: ChartPoint | null,
  chart: Pick<PlottedChart, "form" | "positions" | "series">,
): ChartPoint | undefined {
  const last = chart.positions.length - 1;
  const lowest = chart.series.length - 1;
  if (last < 0 || lowest < 0) return undefined;
  const series = from?.series ?? 0;
  const along = (step: number): ChartPoint => ({
    series,
    position:
      from === null ? (step > 0 ? 0 : last) : Math.min(Math.max(from.position + step, 0), last),
  });
  // One series has nothing above or below it: all arrows go along it.
  const across = (step: number): ChartPoint =>
    from === null || lowest === 0
      ? along(step)
      : { ...from, series: Math.min(Math.max(series + step, 0), lowest) };
  switch (key) {
    case "ArrowRight":
      return along(1);
    case "ArrowLeft":
      return along(-1);
    case "ArrowDown":
      return across(1);
    case "ArrowUp":
      return across(-1);
    case "Home":
      return { series, position: 0 };
    case "End":
      return { series, position: last };
    case "PageDown":
      return yearOf(chart) === null ? undefined : along(yearOf(chart) ?? 1);
    case "PageUp":
      return yearOf(chart) === null ? undefined : along(-(yearOf(chart) ?? 1));
    default:
      return undefined;
  }
}

/** How many positions a year has; null where positions are no periods. */
function yearOf({ form, positions: [first = ""] }: Pick<PlottedChart, "form" | "positions">) {
  return runsOverTime(form) && isPeriod(first) ? stepsInYear[frequencyOf(first)] : null;
}

/** "Japan, December 2025: 1,185.5 billion U.S. dollars"; in a fan, whose lines are days, which of the two days is which. */
export function sayFigure(chart: PlottedChart, { series, position }: ChartPoint): string {
  const row = chart.series[series];
  const name = chart.names[position] ?? "";
  const label = row === undefined || row.label === plainLabel ? [] : [row.label];
  const parts =
    chart.form === "fan"
      ? [name, ...label.map((day) => `vintage of ${day}`)]
      : runsOverTime(chart.form)
        ? [...label, name]
        : [name, ...label];
  const text = row?.texts[position] ?? null;
  return `${parts.join(", ")}: ${text === null ? "no figure" : `${text} ${chart.unit}`}`;
}
