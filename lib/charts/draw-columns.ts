import { barIn, barShape, columnFigure, type BarFigure } from "./bar-shape.ts";
import { breakShapes } from "./draw-breaks.ts";
import { seriesColours, type Drawing, type SeriesColour } from "./drawing.ts";
import { edge, type Frame } from "./frame.ts";
import { axisWidth, heightOf, timeLabels, valueGrid, zeroLine } from "./grid.ts";
import type { PlottedChart } from "./plotted.ts";
import { timeAxis } from "./time-axis.ts";
import { plotNumbers, valueAxis } from "./value-axis.ts";

/** Columns over time. A missing figure leaves its place empty. */
export function drawColumns(chart: PlottedChart, frame: Frame): Drawing {
  const axis = valueAxis(chart, frame.name === "wide" ? 6 : 5);
  const plot = {
    left: axisWidth(axis),
    top: edge.top,
    right: frame.width,
    bottom: frame.height - edge.bottom,
  };
  const step = (plot.right - plot.left) / Math.max(1, chart.positions.length);
  const toX = (at: number): number => plot.left + at * step;
  const toY = heightOf(axis, plot);
  const zero = toY(0);
  const colours = columnColours(chart);
  const figures = plotNumbers(chart).flatMap((values, series) =>
    values.flatMap((value, position): BarFigure[] => {
      if (value === null) return [];
      const { offset, thickness } = barIn(step, "bar", series, chart.series.length);
      const across = { x: toX(position) + offset, width: thickness };
      return [columnFigure({ series, position }, across, toY(value), zero)];
    }),
  );
  const marks = figures.map((figure) =>
    barShape(figure, colours[figure.series]?.[figure.position] ?? 3),
  );
  return {
    form: "bar",
    width: frame.width,
    height: frame.height,
    plot,
    domain: axis.domain,
    back: [
      ...valueGrid(axis, plot),
      ...timeLabels(timeAxis(chart.positions, step), plot, frame.width, toX),
    ],
    marks,
    // Before the columns: a line behind them would be hidden where it matters.
    front: [zeroLine(axis, plot), ...breakShapes(chart, plot, toX, plot.top + 10)],
    figures,
  };
}

/** The colour of each bar of each series: its series' own, or the accent where its position is highlighted. */
export function columnColours(chart: PlottedChart): SeriesColour[][] {
  const highlighted = new Set(chart.highlighted);
  return seriesColours(chart.series, chart.form).map((own) =>
    chart.positions.map((position) => (highlighted.has(position) ? 1 : own)),
  );
}
