import { monthsOf, isPeriod, periodDistance } from "#lib/series/period";
import { loneIndexes, stub } from "./draw-lines.ts";
import { seriesColours, type Drawing, type SeriesColour, type Shape } from "./drawing.ts";
import { fontSize, lineHeight, type Frame } from "./frame.ts";
import { heightOf } from "./grid.ts";
import { spreadLabels } from "./spread.ts";
import type { PlottedChart } from "./plotted.ts";
import { textWidth } from "./text-width.ts";
import { plotNumbers, valueAxis } from "./value-axis.ts";
import { wrapWords } from "./wrap-words.ts";

const labelGap = 12;

/** Half the room between the names of two periods. */
const nameGap = 4;

/** Widest name beside a slope; a longer one is broken between words. */
const nameWidth = { wide: 150, narrow: 84 } as const;

/**
 * Each series as a line between two or three periods, with its name and figure at both ends, so that there is no value axis
 * and nothing need begin at zero. Periods stand as far apart as they are in time.
 */
export function drawSlope(chart: PlottedChart, frame: Frame): Drawing {
  const axis = valueAxis(chart, 5, "figures");
  const colours = seriesColours(chart.series, "slope");
  const numbers = plotNumbers(chart);
  const last = chart.positions.length - 1;
  const left = sideLines(chart, 0, frame);
  const right = sideLines(chart, last, frame);
  const plot = {
    left: roomFor(left),
    top: 2.5 * lineHeight,
    right: frame.width - roomFor(right),
    bottom: frame.height - lineHeight,
  };
  const shares = timeShares(chart.positions);
  const toX = (index: number): number =>
    plot.left + (shares[index] ?? 0) * (plot.right - plot.left);
  const toY = heightOf(axis, plot);
  const figures = numbers.flatMap((values, series) =>
    values.flatMap((value, position) =>
      value === null ? [] : [{ series, position, x: toX(position), y: toY(value), box: null }],
    ),
  );
  const marks = numbers.map((values, series): Shape => {
    const points = values.map((value, index) =>
      value === null ? null : `${toX(index).toFixed(1)},${toY(value).toFixed(1)}`,
    );
    const lone = loneIndexes(values, new Set()).map((index) => {
      const y = toY(values[index] ?? 0).toFixed(1);
      return `M${(toX(index) - stub).toFixed(1)},${y}L${(toX(index) + stub).toFixed(1)},${y}`;
    });
    const steps = points.slice(1).flatMap((to, index) => {
      const from = points[index] ?? null;
      return from === null || to === null ? [] : [`M${from}L${to}`];
    });
    return {
      kind: "path",
      role: "line",
      colour: colours[series] ?? 2,
      d: [...steps, ...lone].join(""),
    };
  });
  // The emphasised line is drawn last, over the others.
  marks.sort((one, other) => Number(one.colour === 1) - Number(other.colour === 1));
  const heights = (at: number) => numbers.map((values) => heightAt(values[at], toY));
  return {
    form: chart.form,
    width: frame.width,
    height: frame.height,
    plot,
    domain: axis.domain,
    back: periodShapes(chart, toX, plot, frame),
    marks,
    front: [
      ...figures.map(({ series, x, y }): Shape => ({
        kind: "dot",
        role: "dot",
        colour: colours[series] ?? 2,
        x,
        y,
      })),
      ...middleFigures(chart, numbers, last, toX, toY),
      ...sideShapes(left, heights(0), colours, { x: plot.left - labelGap, anchor: "end" }, plot),
      ...sideShapes(
        right,
        heights(last),
        colours,
        { x: plot.right + labelGap, anchor: "start" },
        plot,
      ),
    ],
    figures,
  };
}

/** Where each period lies between the first and the last, from 0 to 1. */
function timeShares(positions: readonly string[]): number[] {
  const periods = positions.filter(isPeriod);
  const [first] = periods;
  const last = periods.at(-1);
  if (first === undefined || last === undefined || periods.length < positions.length) {
    return positions.map((_, index) => index / Math.max(1, positions.length - 1));
  }
  const whole = Math.max(1, periodDistance(monthsOf(first).last, monthsOf(last).last));
  return periods.map(
    (period) => periodDistance(monthsOf(first).last, monthsOf(period).last) / whole,
  );
}

/** Name and figure of each series at one side; nothing where it has no figure there. */
function sideLines(chart: PlottedChart, at: number, frame: Frame): string[][] {
  return chart.series.map(({ label, texts }) => {
    const text = texts[at] ?? null;
    if (text === null) return [];
    const names = wrapWords(label, nameWidth[frame.name], fontSize, 600);
    const name = names.at(-1) ?? "";
    return frame.name === "wide" && names.length === 1 ? [`${name} ${text}`] : [...names, text];
  });
}

function roomFor(lines: readonly (readonly string[])[]): number {
  return Math.max(0, ...lines.flat().map((text) => textWidth(text, fontSize, 600))) + labelGap + 4;
}

function heightAt(value: number | null | undefined, toY: (value: number) => number): number {
  return toY(value ?? 0);
}

/** A line at each period, named above; a name between two others that would run into one is left out. */
function periodShapes(
  { names }: PlottedChart,
  toX: (index: number) => number,
  plot: Drawing["plot"],
  frame: Frame,
): Shape[] {
  const last = names.length - 1;
  const spans = names.map((text, index) => {
    const half = textWidth(text, fontSize, 400) / 2;
    const x = Math.min(Math.max(toX(index), half), frame.width - half);
    return { text, x, from: x - half - nameGap, to: x + half + nameGap };
  });
  return spans.flatMap(({ text, x, from, to }, index): Shape[] => {
    const at = toX(index);
    const line: Shape = {
      kind: "line",
      role: "tick",
      x1: at,
      y1: plot.top - 8,
      x2: at,
      y2: plot.bottom + 8,
    };
    const isEnd = index === 0 || index === last;
    const meets = spans.some(
      (other, place) => place !== index && from < other.to && to > other.from,
    );
    if (!isEnd && meets) return [line];
    return [line, { kind: "text", role: "axis", x, y: fontSize, anchor: "middle", text }];
  });
}

function sideShapes(
  lines: readonly (readonly string[])[],
  heights: readonly number[],
  colours: readonly SeriesColour[],
  { x, anchor }: { x: number; anchor: "start" | "end" },
  plot: Drawing["plot"],
): Shape[] {
  const wanted = lines.map((own, index) => ({
    middle: heights[index] ?? 0,
    height: own.length * lineHeight,
  }));
  const middles = spreadLabels(wanted, plot.top - lineHeight, plot.bottom + lineHeight);
  return lines.flatMap((own, index) => {
    const top = (middles[index] ?? 0) - (own.length * lineHeight) / 2;
    return own.map((text, row): Shape => ({
      kind: "text",
      role: "label",
      colour: colours[index] ?? 2,
      x,
      y: top + row * lineHeight + 12.5,
      anchor,
      text,
    }));
  });
}

/** The figure over each point between the ends. */
function middleFigures(
  chart: PlottedChart,
  numbers: readonly (readonly (number | null)[])[],
  last: number,
  toX: (index: number) => number,
  toY: (value: number) => number,
): Shape[] {
  return chart.series.flatMap(({ texts }, series) =>
    texts.flatMap((text, index): Shape[] => {
      const value = numbers[series]?.[index] ?? null;
      if (text === null || value === null || index === 0 || index === last) return [];
      return [
        { kind: "text", role: "note", x: toX(index), y: toY(value) - 9, anchor: "middle", text },
      ];
    }),
  );
}
