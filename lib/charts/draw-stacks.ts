import { area } from "d3-shape";
import { barIn } from "./bar-shape.ts";
import { breakShapes } from "./draw-breaks.ts";
import { breakIndexes } from "./draw-lines.ts";
import { seriesColours, type DrawnFigure, type Drawing, type Shape } from "./drawing.ts";
import { endLabels, endName, swatchRoom, widestName, type EndLabel } from "./end-labels.ts";
import { edge, type Frame } from "./frame.ts";
import { axisWidth, heightOf, timeLabels, valueGrid, zeroLine } from "./grid.ts";
import type { PlottedChart } from "./plotted.ts";
import { stackParts, type StackedPart } from "./stack.ts";
import { timeAxis } from "./time-axis.ts";
import { axisOver, plotNumbers } from "./value-axis.ts";

const labelGap = 10;

/** Parts of a whole over time, as areas or columns, each named beside the last stack. The axis holds zero. */
export function drawStacks(chart: PlottedChart, frame: Frame): Drawing {
  const parts = stackParts(plotNumbers(chart), chart.positions.length);
  const ends = parts.flat().flatMap((part) => (part === null ? [] : [part.to]));
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const axis = axisOver([low, high === low ? low + 1 : high], frame.name === "wide" ? 6 : 5);
  const names = chart.series.map(({ label, texts }) => endName(label, texts, frame));
  const plot = {
    left: axisWidth(axis),
    top: edge.top,
    right: frame.width - widestName(names) - swatchRoom - labelGap,
    bottom: frame.height - edge.bottom,
  };
  const asColumns = chart.form === "stacked-bar";
  const width = plot.right - plot.left;
  const step = width / Math.max(1, chart.positions.length - (asColumns ? 0 : 1));
  // The place of a position's middle; a column takes a slot, a point of an area none.
  const toX = (index: number): number => plot.left + (asColumns ? index + 0.5 : index) * step;
  const toY = heightOf(axis, plot);
  const colours = seriesColours(chart.series, chart.form);
  const figures = parts.flatMap((row, series) =>
    row.flatMap((part, position) => {
      if (part === null) return [];
      const { thickness } = barIn(step, "stacked-bar");
      const [top, bottom] = [toY(Math.max(part.from, part.to)), toY(Math.min(part.from, part.to))];
      const x = toX(position);
      const box = { x: x - thickness / 2, y: top, width: thickness, height: bottom - top };
      return [{ series, position, x, y: toY(part.to), box: asColumns ? box : null }];
    }),
  );
  const last = chart.positions.findLastIndex((_, at) => (parts[0]?.[at] ?? null) !== null);
  const labels = parts.flatMap((row, index): EndLabel[] => {
    const part = row[last] ?? null;
    if (part === null) return [];
    const y = toY((part.from + part.to) / 2);
    const name = names[index] ?? { lines: [], nameLines: 0 };
    return [{ ...name, colour: colours[index] ?? 2, x: plot.right, y, key: "swatch" }];
  });
  const from = (index: number): number => toX(index - 0.5);
  return {
    form: chart.form,
    width: frame.width,
    height: frame.height,
    plot,
    domain: axis.domain,
    back: [
      ...valueGrid(axis, plot),
      ...timeLabels(timeAxis(chart.positions, step), plot, frame.width, from),
    ],
    marks: asColumns
      ? columnShapes(figures, colours)
      : areaShapes(parts, breakIndexes(chart), colours, toX, toY),
    front: [
      zeroLine(axis, plot),
      ...breakShapes(chart, plot, from, plot.top + 10),
      ...endLabels(labels, plot, frame, labelGap),
    ],
    figures,
  };
}

type Colours = ReturnType<typeof seriesColours>;

function columnShapes(figures: readonly DrawnFigure[], colours: Colours): Shape[] {
  return figures.flatMap(({ series, box }): Shape[] =>
    box === null ? [] : [{ kind: "rect", role: "part", colour: colours[series] ?? 2, ...box }],
  );
}

function areaShapes(
  parts: readonly (readonly (StackedPart | null)[])[],
  starts: ReadonlySet<number>,
  colours: Colours,
  toX: (index: number) => number,
  toY: (value: number) => number,
): Shape[] {
  const surface = area<Point>()
    .x(({ x }) => x)
    .y0(({ part }) => toY(part.from))
    .y1(({ part }) => toY(part.to))
    .digits(1);
  return parts.map((row, series) => ({
    kind: "path",
    role: "part",
    colour: colours[series] ?? 2,
    d: runsOf(row, starts, toX)
      .map((run) => surface(run) ?? "")
      .join(""),
  }));
}

interface Point {
  readonly x: number;
  readonly part: StackedPart;
}

/** Unbroken runs of whole stacks measured in one way; one that stands alone is as wide as a hairline, not nothing. */
function runsOf(
  row: readonly (StackedPart | null)[],
  starts: ReadonlySet<number>,
  toX: (index: number) => number,
): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  row.forEach((part, index) => {
    if (part === null || starts.has(index)) run = [];
    if (part === null) return;
    if (run.length === 0) runs.push(run);
    run.push({ x: toX(index), part });
  });
  return runs.map((points) => {
    const [only] = points;
    return points.length > 1 || only === undefined
      ? points
      : [
          { ...only, x: only.x - 1.5 },
          { ...only, x: only.x + 1.5 },
        ];
  });
}
