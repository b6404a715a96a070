import { barIn, barShape, type BarFigure } from "./bar-shape.ts";
import { columnColours } from "./draw-columns.ts";
import type { Drawing, Shape } from "./drawing.ts";
import { fontSize, type Frame } from "./frame.ts";
import type { PlottedChart } from "./plotted.ts";
import { textWidth } from "./text-width.ts";
import { extentWithZero, plotNumbers } from "./value-axis.ts";

/** Horizontal bars, the largest on top, each with its name before it and its figure after it. */
export function drawRanking(chart: PlottedChart, frame: Frame): Drawing {
  const domain = extentWithZero(chart);
  const texts = chart.series[0]?.texts ?? [];
  const numbers = plotNumbers(chart)[0] ?? [];
  const widest = (lines: readonly (string | null)[], weight: 400 | 600): number =>
    Math.max(...lines.map((text) => textWidth(text ?? "", fontSize, weight)));
  const plot = {
    left: Math.ceil(widest(chart.positions, 600)) + 12,
    top: 4,
    right: frame.width - Math.ceil(widest(texts, 400)) - 8,
    bottom: frame.height - 4,
  };
  const slot = (plot.bottom - plot.top) / Math.max(1, chart.positions.length);
  const toX = (value: number): number =>
    plot.left + ((value - domain[0]) / (domain[1] - domain[0])) * (plot.right - plot.left);
  const colours = columnColours(chart)[0] ?? [];
  const { offset, thickness } = barIn(slot, "ranked-bar");
  const zero = toX(0);

  const names: Shape[] = [];
  const figures: BarFigure[] = [];
  const printed: Shape[] = [];
  chart.positions.forEach((text, index) => {
    const top = plot.top + index * slot;
    const y = top + slot / 2 + 4.5;
    const colour = colours[index] ?? 3;
    const value = numbers[index];
    const role = colour === 1 ? "label" : "axis";
    names.push({ kind: "text", role, colour, x: plot.left - 10, y, anchor: "end", text });
    if (value === undefined || value === null) return;
    const end = toX(value);
    const across = { x: Math.min(zero, end), width: Math.abs(end - zero) };
    const box = { ...across, y: top + offset, height: thickness };
    figures.push({ series: 0, position: index, x: end, y: top + slot / 2, box });
    printed.push({
      kind: "text",
      role: "value",
      x: Math.max(zero, end) + 6,
      y,
      anchor: "start",
      text: texts[index] ?? "",
    });
  });
  return {
    form: "ranked-bar",
    width: frame.width,
    height: frame.height,
    plot,
    domain,
    back: names,
    marks: figures.map((figure) => barShape(figure, colours[figure.position] ?? 3)),
    front: [
      { kind: "line", role: "zero", x1: zero, y1: plot.top, x2: zero, y2: plot.bottom },
      ...printed,
    ],
    figures,
  };
}
