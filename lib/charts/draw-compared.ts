import { line } from "d3-shape";
import { breakIndexes } from "./draw-lines.ts";
import type { DrawnFigure, Drawing, Shape } from "./drawing.ts";
import type { PlottedChart } from "./plotted.ts";
import { comparedNumbers, plotNumbers } from "./value-axis.ts";

/**
 * A drawing with the figures of the compared vintage, thin and dashed, where they differ from those shown: a line beside the
 * line, the outline of a bar over the bar. A line lies under the lines, which it would hide where a revision is small, and
 * over a surface; an outline lies over the bar, under which nobody would see it.
 */
export function withCompared(chart: PlottedChart, drawing: Drawing): Drawing {
  const shapes = comparedShapes(chart, drawing);
  if (shapes.length === 0) return drawing;
  const { back, marks, front } = drawing;
  switch (drawing.form) {
    case "line":
      return { ...drawing, back: [...back, ...shapes] };
    case "area": {
      const isSurface = ({ role }: Shape): boolean => role === "area";
      const surfaces = marks.filter(isSurface);
      const lines = marks.filter((mark) => !isSurface(mark));
      return { ...drawing, marks: [...surfaces, ...shapes, ...lines] };
    }
    default:
      return { ...drawing, front: [...shapes, ...front] };
  }
}

function comparedShapes(chart: PlottedChart, drawing: Drawing): Shape[] {
  if (chart.compared === undefined) return [];
  const shown = plotNumbers(chart);
  return comparedNumbers(chart).flatMap((values, series) => {
    const figures = drawing.figures.filter((figure) => figure.series === series);
    const differs = (at: number): boolean =>
      (values[at] ?? null) !== null && values[at] !== (shown[series]?.[at] ?? null);
    return drawing.form === "line" || drawing.form === "area"
      ? dashedRuns(values, differs, figures, chart, drawing)
      : figures
          .filter(({ position }) => differs(position))
          .flatMap((figure) => outline(figure, values[figure.position] ?? null, drawing));
  });
}

/** The stretches where the vintages differ, each with the step that leads to it and the one away from it. */
function dashedRuns(
  values: readonly (number | null)[],
  differs: (at: number) => boolean,
  figures: readonly DrawnFigure[],
  chart: PlottedChart,
  drawing: Drawing,
): Shape[] {
  const starts = breakIndexes(chart);
  const places = new Map(figures.map(({ position, x }) => [position, x]));
  const runs: { x: number; y: number; differs: boolean }[][] = [];
  let run: (typeof runs)[number] | null = null;
  values.forEach((value, at) => {
    const x = places.get(at);
    const isNear = differs(at) || differs(at - 1) || differs(at + 1);
    if (value === null || x === undefined || !isNear || starts.has(at)) run = null;
    if (value === null || x === undefined || !isNear) return;
    if (run === null) runs.push((run = []));
    run.push({ x, y: heightOf(value, drawing), differs: differs(at) });
  });
  const path = line<{ x: number; y: number }>()
    .x(({ x }) => x)
    .y(({ y }) => y)
    .digits(1);
  return runs
    .filter((points) => points.some((point) => point.differs))
    .map((points) => ({ kind: "path", role: "vintage", d: path(lengthened(points)) ?? "" }));
}

/** A single point is no line: it is drawn as a short level stroke. */
function lengthened(points: readonly { x: number; y: number }[]): { x: number; y: number }[] {
  const [only] = points;
  if (only === undefined || points.length > 1) return [...points];
  return [
    { x: only.x - 5, y: only.y },
    { x: only.x + 5, y: only.y },
  ];
}

/** The bar as the other vintage had it, from the line of zero to its figure. */
function outline({ box }: DrawnFigure, value: number | null, drawing: Drawing): Shape[] {
  if (box === null || value === null) return [];
  const { plot, domain } = drawing;
  if (drawing.form === "ranked-bar") {
    const across = (at: number): number =>
      plot.left + ((at - domain[0]) / (domain[1] - domain[0])) * (plot.right - plot.left);
    return [frame(across(0), box.y, across(value), box.y + box.height)];
  }
  return [frame(box.x, heightOf(0, drawing), box.x + box.width, heightOf(value, drawing))];
}

function frame(x1: number, y1: number, x2: number, y2: number): Shape {
  const corners = [
    [x1, y1],
    [x1, y2],
    [x2, y2],
    [x2, y1],
    [x1, y1],
  ];
  const d = corners
    .map((corner, at) => (at === 0 ? "M" : "L") + corner.map((place) => place.toFixed(1)).join(","))
    .join("");
  return { kind: "path", role: "vintage", d };
}

function heightOf(value: number, { plot, domain: [low, high] }: Drawing): number {
  return plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top);
}
