import { format } from "d3-format";
import { scaleLinear } from "d3-scale";
import type { PlottedChart } from "./plotted.ts";

export interface ValueAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/**
 * An axis that holds all figures and, unless only the `figures` are wanted, zero, with about `count` round ticks. Floats are good enough: they become places on
 * a screen, and the tick texts are of round numbers. Minus signs are real ones (d3-format's own).
 */
export function valueAxis(
  chart: PlottedChart,
  count: number,
  holds: "zero" | "figures" = "zero",
): ValueAxis {
  const extent = holds === "zero" ? extentWithZero(chart) : extentOf(chart);
  const scale = scaleLinear(extent, [0, 1]).nice(count);
  const [from = 0, to = 1] = scale.domain();
  const ticks = scale.ticks(count);
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  const print = format(step < 1 ? ",.1f" : ",.0f");
  return { domain: [from, to], ticks: ticks.map((value) => ({ value, text: print(value) })) };
}

/**
 * The smallest and the largest figure, zero and those of a compared vintage included; a chart of nothing but zeros still has
 * a height.
 */
export function extentWithZero(chart: PlottedChart): [number, number] {
  const values = [...plotNumbers(chart), ...comparedNumbers(chart)]
    .flat()
    .filter((value) => value !== null);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return [low, high === low ? low + 1 : high];
}

/** The smallest and the largest figure; figures that are all one still have a height. */
function extentOf(chart: PlottedChart): [number, number] {
  const values = plotNumbers(chart)
    .flat()
    .filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low < high) return [low, high];
  return Number.isFinite(low) ? [low - 1, low + 1] : [0, 1];
}

/** Every series' values as numbers, for places on a screen only. */
export function plotNumbers(chart: PlottedChart): (number | null)[][] {
  return chart.series.map(({ values }) =>
    values.map((value) => (value === null ? null : Number(value))),
  );
}

/** The figures of the compared vintage in the same form; none where none is compared. */
export function comparedNumbers({ compared }: PlottedChart): (number | null)[][] {
  return (compared?.series ?? []).map(({ values }) =>
    values.map((value) => (value === null ? null : Number(value))),
  );
}
