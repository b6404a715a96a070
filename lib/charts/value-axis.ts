import { format, precisionFixed } from "d3-format";
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
  return axisOver(holds === "zero" ? extentWithZero(chart) : extentOf(chart), count);
}

/** An axis with about `count` round ticks that holds both bounds, of which the first is the smaller. */
export function axisOver(extent: readonly [number, number], count: number): ValueAxis {
  const scale = scaleLinear(extent, [0, 1]).nice(count);
  const [from = 0, to = 1] = scale.domain();
  const ticks = scale.ticks(count);
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  const print = tickFormat(step, Math.max(Math.abs(from), Math.abs(to)));
  return { domain: [from, to], ticks: ticks.map((value) => ({ value, text: print(value) })) };
}

/** As many decimals as tell the ticks apart; figures too long for the side of a chart in powers of ten. */
export function tickFormat(step: number, largest: number): (value: number) => string {
  if (largest >= 1e7 || step < 1e-4) {
    const digits = Math.max(0, precisionFixed(step / 10 ** Math.floor(Math.log10(largest))));
    const power = format(`.${digits}e`);
    return (value) =>
      value === 0 ? "0" : power(value).replace("e+", "e").replace("e-", "e\u2212");
  }
  return format(`,.${precisionFixed(step)}f`);
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
  if (!Number.isFinite(low)) return [0, 1];
  const room = low === 0 ? 1 : Math.abs(low) / 10;
  return [low - room, low + room];
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
