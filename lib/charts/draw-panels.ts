import { line } from "d3-shape";
import { barIn } from "./bar-shape.ts";
import { breakIndexes, loneIndexes, pieces, stub, type Point } from "./draw-lines.ts";
import type { Drawing, DrawnFigure, SeriesColour, Shape } from "./drawing.ts";
import { fontSize, lineHeight, type Frame } from "./frame.ts";
import { axisWidth, heightOf } from "./grid.ts";
import { panelPlots, type Panel } from "./panel-plots.ts";
import type { PlottedChart, PlottedSeries } from "./plotted.ts";
import { textWidth } from "./text-width.ts";
import { plotNumbers, valueAxis, type ValueAxis } from "./value-axis.ts";

/** Most ticks on the axis of a panel. */
const tickCount = 3;

/**
 * A panel for each series, all on one scale, so that heights compare across them. Each panel has its name and its last
 * figure over it; only the outer panels have axes.
 */
export function drawPanels(chart: PlottedChart, frame: Frame): Drawing {
  const axis = valueAxis(chart, tickCount);
  const { panels, plot, height } = panelPlots(chart.series.length, frame, axisWidth(axis));
  const numbers = plotNumbers(chart);
  const figures: DrawnFigure[] = [];
  const back: Shape[] = [];
  const marks: Shape[] = [];
  const front: Shape[] = [];
  const inOneLine = panels.every((panel, series) => titleFits(chart.series[series], panel));
  panels.forEach((panel, series) => {
    const one = chart.series[series];
    if (one === undefined) return;
    const colour: SeriesColour = one.emphasis ? 1 : 2;
    const drawn = drawPanel(chart, numbers[series] ?? [], panel, axis, colour);
    figures.push(...drawn.figures.map((figure) => ({ ...figure, series })));
    back.push(...panelAxes(chart, panel, axis));
    marks.push(...drawn.marks);
    front.push(...drawn.front, ...panelTitle(one, panel, inOneLine));
  });
  return {
    form: chart.form,
    width: frame.width,
    height,
    plot,
    domain: axis.domain,
    back,
    marks,
    front,
    figures,
  };
}

function drawPanel(
  chart: PlottedChart,
  values: readonly (number | null)[],
  { plot }: Panel,
  axis: ValueAxis,
  colour: SeriesColour,
): { marks: Shape[]; front: Shape[]; figures: Omit<DrawnFigure, "series">[] } {
  const asColumns = chart.panel === "bar";
  const width = plot.right - plot.left;
  const step = width / Math.max(1, chart.positions.length - (asColumns ? 0 : 1));
  const toX = (index: number): number => plot.left + (asColumns ? index + 0.5 : index) * step;
  const toY = heightOf(axis, plot);
  const zero = toY(0);
  const { thickness } = barIn(step, "bar");
  const figures = values.flatMap((value, position) => {
    if (value === null) return [];
    const [x, y] = [toX(position), toY(value)];
    const across = { x: x - thickness / 2, width: thickness };
    const box = { ...across, y: Math.min(y, zero), height: Math.abs(zero - y) };
    return [{ position, x, y, box: asColumns ? box : null }];
  });
  const baseline: Shape = {
    kind: "line",
    role: "zero",
    x1: plot.left,
    y1: zero,
    x2: plot.right,
    y2: zero,
  };
  if (asColumns) {
    const bars = figures.flatMap(({ box }): Shape[] =>
      box === null ? [] : [{ kind: "rect", role: "bar", colour, ...box }],
    );
    return { marks: bars, front: [baseline], figures };
  }
  const path = line<Point>()
    .defined(({ value }) => value !== null)
    .x(({ index }) => toX(index))
    .y(({ value }) => toY(value ?? 0))
    .digits(1);
  const starts = breakIndexes(chart);
  const lone = loneIndexes(values, starts).map((at) => {
    const y = toY(values[at] ?? 0).toFixed(1);
    return `M${(toX(at) - stub).toFixed(1)},${y}L${(toX(at) + stub).toFixed(1)},${y}`;
  });
  const d = [...pieces(values, starts).map((piece) => path(piece) ?? ""), ...lone].join("");
  const last = figures.at(-1);
  return {
    marks: [{ kind: "path", role: "line", colour, d }],
    front: [
      baseline,
      ...(last === undefined
        ? []
        : [{ kind: "dot", role: "dot", colour, x: last.x, y: last.y } as const]),
    ],
    figures,
  };
}

/** Grid lines, their figures at the left of a row, and the first and the last period under the lowest panels. */
function panelAxes(
  chart: PlottedChart,
  { plot, isFirst, isLowest }: Panel,
  axis: ValueAxis,
): Shape[] {
  const toY = heightOf(axis, plot);
  const grid = axis.ticks.flatMap(({ value, text }): Shape[] => {
    const y = toY(value);
    return [
      ...(value === 0
        ? []
        : [{ kind: "line", role: "grid", x1: plot.left, y1: y, x2: plot.right, y2: y } as const]),
      ...(isFirst
        ? [
            {
              kind: "text",
              role: "axis",
              x: plot.left - 8,
              y: y + 4.5,
              anchor: "end",
              text,
            } as const,
          ]
        : []),
    ];
  });
  if (!isLowest) return grid;
  const y = plot.bottom + 18;
  const [first = "", last = ""] = [chart.positions[0], chart.positions.at(-1)].map(yearOf);
  const ends: Shape[] = [
    { kind: "text", role: "axis", x: plot.left, y, anchor: "start", text: first },
  ];
  if (last !== first) {
    ends.push({ kind: "text", role: "axis", x: plot.right, y, anchor: "end", text: last });
  }
  return [...grid, ...ends];
}

/** "2023" of any period. */
function yearOf(period: string | undefined): string {
  return period?.slice(0, 4) ?? "";
}

/** Whether name and figure have room beside each other over a panel. */
function titleFits(series: PlottedSeries | undefined, { plot }: Panel): boolean {
  if (series === undefined) return true;
  const figure = lastText(series);
  const name = textWidth(series.label, fontSize, 600);
  return name + 8 + textWidth(figure ?? "", fontSize, 400) <= plot.right - plot.left;
}

function lastText({ texts }: PlottedSeries): string | null {
  return texts.findLast((text) => text !== null) ?? null;
}

/** Name and last figure over a panel: beside each other where that fits in all panels, else one under the other. */
function panelTitle(series: PlottedSeries, { plot }: Panel, inOneLine: boolean): Shape[] {
  const y = plot.top - 8;
  const text = lastText(series);
  const name: Shape = {
    kind: "text",
    role: "panel",
    x: plot.left,
    y: inOneLine ? y : y - lineHeight,
    anchor: "start",
    text: series.label,
  };
  if (text === null) return [name];
  const place = inOneLine
    ? ({ x: plot.right, anchor: "end" } as const)
    : ({ x: plot.left, anchor: "start" } as const);
  return [name, { kind: "text", role: "value", y, text, ...place }];
}
