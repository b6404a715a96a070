import type { Drawing, Shape } from "./drawing.ts";
import { textWidth } from "./text-width.ts";
import { fontSize } from "./frame.ts";
import type { TimeAxis } from "./time-axis.ts";
import type { ValueAxis } from "./value-axis.ts";

type Plot = Drawing["plot"];

/** Room for the figures of a value axis. */
export function axisWidth({ ticks }: ValueAxis): number {
  return Math.max(...ticks.map(({ text }) => textWidth(text, fontSize, 400))) + 10;
}

/** The height of a value inside the plot. */
export function heightOf(
  { domain: [low, high] }: ValueAxis,
  plot: Plot,
): (value: number) => number {
  const size = plot.bottom - plot.top;
  return (value) => plot.bottom - ((value - low) / (high - low)) * size;
}

/** Grid lines with their figures; zero is drawn apart, over the marks. */
export function valueGrid(axis: ValueAxis, plot: Plot): Shape[] {
  const toY = heightOf(axis, plot);
  return axis.ticks.flatMap(({ value, text }): Shape[] => {
    const y = toY(value);
    const figure: Shape = {
      kind: "text",
      role: "axis",
      x: plot.left - 8,
      y: y + 4.5,
      anchor: "end",
      text,
    };
    if (value === 0) return [figure];
    return [{ kind: "line", role: "grid", x1: plot.left, y1: y, x2: plot.right, y2: y }, figure];
  });
}

export function zeroLine(axis: ValueAxis, plot: Plot): Shape {
  const y = heightOf(axis, plot)(0);
  return { kind: "line", role: "zero", x1: plot.left, y1: y, x2: plot.right, y2: y };
}

/** Room between two names, at least. */
const nameGap = 8;

/**
 * Names of periods below the plot, and marks where years begin. Names that would leave the drawing move inwards; the name
 * that such a one would run into is left out.
 */
export function timeLabels(
  axis: TimeAxis,
  plot: Plot,
  width: number,
  toX: (at: number) => number,
): Shape[] {
  const names: Shape[] = [];
  // From the last to the first, so that the newest keeps its name.
  let free = width + nameGap;
  for (const { at, text } of axis.labels.toReversed()) {
    const half = textWidth(text, fontSize, 400) / 2;
    const x = Math.min(Math.max(toX(at), half), width - half);
    if (x + half + nameGap > free) continue;
    free = x - half;
    names.unshift({ kind: "text", role: "axis", x, y: plot.bottom + 22, anchor: "middle", text });
  }
  const marks = axis.ticks.map((at): Shape => {
    const x = toX(at);
    return { kind: "line", role: "tick", x1: x, y1: plot.bottom, x2: x, y2: plot.bottom + 6 };
  });
  return [...marks, ...names];
}
