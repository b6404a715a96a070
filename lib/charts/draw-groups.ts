import { barIn, barShape, columnFigure, type BarFigure } from "./bar-shape.ts";
import { seriesColours, type Drawing, type SeriesColour, type Shape } from "./drawing.ts";
import { edge, fontSize, lineHeight, type Frame } from "./frame.ts";
import { heightOf, zeroLine } from "./grid.ts";
import type { PlottedChart } from "./plotted.ts";
import { textWidth } from "./text-width.ts";
import { extentWithZero, plotNumbers, valueAxis } from "./value-axis.ts";
import { wrapWords } from "./wrap-words.ts";

const swatch = 10;

/** Groups of bars, each with its figure, so that there is no value axis; a key above names the bars of a group. */
export function drawGroups(chart: PlottedChart, frame: Frame): Drawing {
  // There are no ticks to round to: the highest bar fills the height.
  const axis = { ...valueAxis(chart, 5), domain: extentWithZero(chart) };
  const slot = frame.width / Math.max(1, chart.positions.length);
  const names = chart.positions.map((name) => wrapWords(name, slot - 6, fontSize, 400));
  const nameLines = Math.max(...names.map(({ length }) => length));
  const plot = {
    left: 0,
    // Below the key and the figure over the highest bar.
    top: edge.top + 2 * lineHeight + 8,
    right: frame.width,
    // Figures of bars below zero need a line of their own.
    bottom: frame.height - 12 - nameLines * lineHeight - (axis.domain[0] < 0 ? lineHeight : 0),
  };
  const toY = heightOf(axis, plot);
  const zero = toY(0);
  const colours = seriesColours(chart.series, "grouped-bar");
  const figures: BarFigure[] = [];
  const texts: Shape[] = [];
  plotNumbers(chart).forEach((values, row) => {
    values.forEach((value, index) => {
      const text = chart.series[row]?.texts[index];
      if (value === null || text === undefined || text === null) return;
      const { offset, thickness } = barIn(slot, "grouped-bar", row, chart.series.length);
      const across = { x: plot.left + index * slot + offset, width: thickness };
      const figure = columnFigure({ series: row, position: index }, across, toY(value), zero);
      const { x, y } = figure;
      figures.push(figure);
      texts.push({
        kind: "text",
        role: "value",
        x,
        y: value < 0 ? y + lineHeight : y - 6,
        anchor: "middle",
        text,
      });
    });
  });
  const below = frame.height - 8 - (nameLines - 1) * lineHeight;
  const nameShapes = names.flatMap((lines, index) =>
    lines.map((text, row): Shape => ({
      kind: "text",
      role: "axis",
      x: plot.left + (index + 0.5) * slot,
      y: below + row * lineHeight,
      anchor: "middle",
      text,
    })),
  );
  return {
    form: "grouped-bar",
    width: frame.width,
    height: frame.height,
    plot,
    domain: axis.domain,
    back: [...keyShapes(chart, colours), ...nameShapes],
    marks: figures.map((figure) => barShape(figure, colours[figure.series] ?? 3)),
    front: [zeroLine(axis, plot), ...texts],
    figures,
  };
}

function keyShapes(chart: PlottedChart, colours: readonly SeriesColour[]): Shape[] {
  let x = 0;
  return chart.series.flatMap(({ label }, index): Shape[] => {
    const colour = colours[index] ?? 3;
    const at = x;
    x += swatch + 6 + textWidth(label, fontSize, 600) + 18;
    return [
      { kind: "rect", role: "bar", colour, x: at, y: 4, width: swatch, height: swatch },
      {
        kind: "text",
        role: "label",
        colour,
        x: at + swatch + 6,
        y: 13.5,
        anchor: "start",
        text: label,
      },
    ];
  });
}
