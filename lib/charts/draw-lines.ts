import { area, line } from "d3-shape";
import { seriesColours, type Drawing, type Shape } from "./drawing.ts";
import { edge, fontSize, type Frame } from "./frame.ts";
import { axisWidth, heightOf, timeLabels, valueGrid, zeroLine } from "./grid.ts";
import { breakShapes } from "./draw-breaks.ts";
import { endLabels, endName, widestName, type EndLabel } from "./end-labels.ts";
import type { PlottedChart } from "./plotted.ts";
import { textWidth } from "./text-width.ts";
import { timeAxis } from "./time-axis.ts";
import { plotNumbers, valueAxis } from "./value-axis.ts";

const labelGap = 10;

/** Half the length of the dash that stands for a figure without neighbours, which no line could show. */
export const stub = 1.5;

/**
 * Lines over time, each with its name and last figure at its end; of the form `area`, over a surface that reaches down to
 * zero. A missing figure is a gap in the line, and so is the step from one way of measuring to the next: what follows a
 * break is another series.
 */
export function drawLines(chart: PlottedChart, frame: Frame): Drawing {
  const axis = valueAxis(chart, frame.name === "wide" ? 6 : 5);
  const colours = seriesColours(chart.series, chart.form);
  const numbers = plotNumbers(chart);
  const named = chart.series.map(({ label, texts }) => endName(label, texts, frame));
  const plot = {
    left: axisWidth(axis),
    top: edge.top,
    right: frame.width - widestName(named) - labelGap,
    bottom: frame.height - edge.bottom,
  };
  const step = (plot.right - plot.left) / Math.max(1, chart.positions.length - 1);
  const toX = (index: number): number => plot.left + index * step;
  const toY = heightOf(axis, plot);

  const path = line<Point>()
    .defined(({ value }) => value !== null)
    .x(({ index }) => toX(index))
    .y(({ value }) => toY(value ?? 0))
    .digits(1);
  const surface = area<Point>()
    .defined(({ value }) => value !== null)
    .x(({ index }) => toX(index))
    .y0(toY(0))
    .y1(({ value }) => toY(value ?? 0))
    .digits(1);
  const starts = breakIndexes(chart);
  const marks: Shape[] = [];
  const ends: EndLabel[] = [];
  numbers.forEach((values, index) => {
    const colour = colours[index] ?? 2;
    const lastAt = values.findLastIndex((value) => value !== null);
    const value = values[lastAt];
    if (value === undefined || value === null) return;
    const parts = pieces(values, starts);
    const d = (draw: (piece: Point[]) => string | null): string =>
      parts.map((piece) => draw(piece) ?? "").join("");
    if (chart.form === "area") {
      marks.push({ kind: "path", role: "area", colour, d: d(surface) });
    }
    marks.push({ kind: "path", role: "line", colour, d: d(path) });
    marks.push(
      ...loneIndexes(values, starts).map((at): Shape => {
        const y = toY(values[at] ?? 0).toFixed(1);
        const [left, right_] = [(toX(at) - stub).toFixed(1), (toX(at) + stub).toFixed(1)];
        return { kind: "path", role: "line", colour, d: `M${left},${y}L${right_},${y}` };
      }),
    );
    ends.push({ ...(named[index] ?? { lines: [] }), colour, x: toX(lastAt), y: toY(value) });
  });
  // The emphasised line is drawn last, over the others.
  marks.sort((left, right_) => Number(left.colour === 1) - Number(right_.colour === 1));

  return {
    form: chart.form,
    width: frame.width,
    height: frame.height,
    plot,
    domain: axis.domain,
    back: [
      ...valueGrid(axis, plot),
      ...timeLabels(timeAxis(chart.positions, step), plot, frame.width, (at) => toX(at - 0.5)),
      // Between the last period measured the old way and the first measured the new way.
      ...breakShapes(chart, plot, (index) => toX(index - 0.5), plot.bottom - 14),
    ],
    marks,
    front: [
      zeroLine(axis, plot),
      ...noteShapes(chart, numbers, plot, toX, toY),
      ...endLabels(ends, plot, frame, labelGap),
    ],
    figures: numbers.flatMap((values, series) =>
      values.flatMap((value, position) =>
        value === null ? [] : [{ series, position, x: toX(position), y: toY(value), box: null }],
      ),
    ),
  };
}

/** A figure at its place along the chart. */
export interface Point {
  readonly index: number;
  readonly value: number | null;
}

/** The parts of a row of values that were measured in one way. */
export function pieces(values: readonly (number | null)[], starts: ReadonlySet<number>): Point[][] {
  const cuts = [0, ...[...starts].sort((left, right) => left - right), values.length];
  return cuts.slice(1).map((end, row) => {
    const start = cuts[row] ?? 0;
    return values.slice(start, end).map((value, index) => ({ index: start + index, value }));
  });
}

/** Where a figure has no neighbour that a line could lead to. */
export function loneIndexes(
  values: readonly (number | null)[],
  starts: ReadonlySet<number>,
): number[] {
  const joined = (from: number): boolean =>
    (values[from] ?? null) !== null && (values[from + 1] ?? null) !== null && !starts.has(from + 1);
  return values.flatMap((value, index) =>
    value === null || joined(index - 1) || joined(index) ? [] : [index],
  );
}

/** Where along the chart a new way of measuring begins. */
export function breakIndexes(chart: PlottedChart): ReadonlySet<number> {
  return new Set(
    chart.breaks
      .map(({ position }) => chart.positions.indexOf(position))
      .filter((index) => index > 0),
  );
}

type Plot = Drawing["plot"];

function noteShapes(
  chart: PlottedChart,
  numbers: readonly (readonly (number | null)[])[],
  plot: Plot,
  toX: (index: number) => number,
  toY: (value: number) => number,
): Shape[] {
  const colours = seriesColours(chart.series, chart.form);
  return chart.notes.flatMap(({ position, series, text }): Shape[] => {
    const row = chart.series.findIndex(({ label }) => label === series);
    const index = chart.positions.indexOf(position);
    const value = numbers[row]?.[index];
    const colour = colours[row];
    if (value === undefined || value === null || colour === undefined) return [];
    const x = toX(index);
    const y = toY(value);
    const half = textWidth(text, fontSize, 400) / 2;
    const middle = Math.min(Math.max(x, plot.left + half), plot.right - half);
    return [
      { kind: "dot", role: "dot", colour, x, y },
      {
        kind: "text",
        role: "note",
        x: middle,
        y: Math.max(y - 12, fontSize),
        anchor: "middle",
        text,
      },
    ];
  });
}
