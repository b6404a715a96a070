import { describe, expect, test } from "vitest";
import { altText } from "./alt-text.ts";
import { drawChart } from "./draw.ts";
import type { Drawing, Shape } from "./drawing.ts";
import { exampleChart, exampleIds, exampleReader, secondVintage } from "./example-charts.ts";
import { printFigures } from "./figures.ts";
import { frames } from "./frame.ts";
import { plotChart } from "./plot.ts";
import type { PlottedChart } from "./plotted.ts";
import { chartTable } from "./table.ts";
import { axisOver } from "./value-axis.ts";
import { Decimal } from "#lib/series/decimal";

type Values = (value: string | null, series: number, position: number) => string | null;

/** Figures that no editor has in mind; each stands in place of those of every example. */
const hard: Readonly<Record<string, Values>> = {
  "all equal": () => "7",
  "all zero": () => "0",
  "all negative": (value, series) => (value === null ? null : `-${series + 1}`),
  tiny: (_, series, position) => `0.00000000${(series + position) % 10}`,
  huge: (_, series, position) => `${((series + position) % 9) + 1}000000000000000`,
  "tiny beside huge": (_, series, position) =>
    (series + position) % 2 === 0 ? "0.000000001" : "1000000000000000",
  "every second missing": (value, _, position) => (position % 2 === 0 ? value : null),
  "only one": (value, series, position) => (series === 0 && position === 1 ? value : null),
  none: () => null,
};

const positiveOnly = new Set(["example-stacked-area", "example-map"]);

describe.each(exampleIds)("%s drawn from hard values", (id) => {
  const kinds = Object.keys(hard).filter(
    (kind) => kind !== "all negative" || !positiveOnly.has(id),
  );
  test.each(kinds)("%s", async (kind) => {
    const chart = withValues(await plotted(id), hard[kind] ?? ((value) => value));
    for (const frame of Object.values(frames)) {
      const drawing = drawChart(chart, frame);
      for (const shape of shapesOf(drawing)) expectInside(shape, drawing);
      const { plot } = drawing;
      expect(plot.right - plot.left).toBeGreaterThan(frame.width / 4);
      expect(plot.bottom - plot.top).toBeGreaterThan(frame.height / 3);
      for (const { x, y } of drawing.figures) {
        expect(x).toSatisfy((at: number) => at >= plot.left - 0.01 && at <= plot.right + 0.01);
        expect(y).toSatisfy((at: number) => at >= plot.top - 0.01 && at <= plot.bottom + 0.01);
      }
    }
    expect(altText(chart, "Something")).not.toMatch(/undefined|NaN|null/);
    expect(chartTable(chart).rows).toHaveLength(chart.positions.length);
  });
});

describe("a figure on its own", () => {
  test.each(["example-line", "example-area", "example-multiples", "example-slope"] as const)(
    "%s shows it although no line leads there",
    async (id) => {
      const chart = withValues(await plotted(id), hard["every second missing"] ?? (() => null));
      const paths = drawChart(chart, frames.wide).marks.flatMap((shape) =>
        shape.kind === "path" && shape.role === "line" ? [shape.d] : [],
      );
      expect(paths.join("")).toMatch(/M[\d.]+,[\d.]+L/);
    },
  );
});

describe("a stack with a part missing", () => {
  test("is left out: the rest of it would look like the whole", async () => {
    const chart = withValues(await plotted("example-stacked-bar"), (value, series, position) =>
      series === 0 && position === 3 ? null : value,
    );
    const { figures } = drawChart(chart, frames.wide);
    expect(figures.filter(({ position }) => position === 3)).toEqual([]);
    expect(figures.filter(({ position }) => position === 2)).toHaveLength(2);
  });

  test("parts below zero go down from zero, those above go up", async () => {
    const chart = await plotted("example-stacked-bar");
    const { figures, front } = drawChart(chart, frames.wide);
    const zero = front.find(({ role }) => role === "zero");
    const middle = zero?.kind === "line" ? zero.y1 : Number.NaN;
    const last = chart.positions.length - 1;
    const [bonds, shares] = figures.filter(({ position }) => position === last);
    expect(bonds?.box?.y).toBeCloseTo(middle);
    expect((shares?.box?.y ?? 0) + (shares?.box?.height ?? 0)).toBeCloseTo(middle);
  });
});

describe("the ticks of an axis", () => {
  test.each([
    [0, 0.000000004, ["0", "1e−9", "2e−9", "3e−9", "4e−9"]],
    [0, 4e15, ["0", "1e15", "2e15", "3e15", "4e15"]],
    [-3, 1, ["−3", "−2", "−1", "0", "1"]],
    [0, 0.04, ["0.00", "0.01", "0.02", "0.03", "0.04"]],
    [0, 0.4, ["0.0", "0.1", "0.2", "0.3", "0.4"]],
    [1_000_000, 1_000_004, ["1,000,000", "1,000,001", "1,000,002", "1,000,003", "1,000,004"]],
  ])("from %d to %d are round and differ", (low, high, texts) => {
    expect(axisOver([low, high], 5).ticks.map(({ text }) => text)).toEqual(texts);
  });

  test("of figures that are all one leave room on both sides", async () => {
    const chart = withValues(await plotted("example-fan"), () => "0.000000007");
    const { domain, figures } = drawChart(chart, frames.wide);
    expect(domain[0]).toBeLessThan(7e-9);
    expect(domain[1]).toBeGreaterThan(7e-9);
    expect(figures.length).toBeGreaterThan(0);
  });
});

test("figures too small for the usual decimals are printed with two digits, not as zero", () => {
  const print = (...values: string[]) =>
    printFigures(values.map((text) => new Decimal(text))).texts;
  expect(print("0.000000001", "0")).toEqual(["0.0000000010", "0.0000000000"]);
  expect(print("0.04", "0.01")).toEqual(["0.040", "0.010"]);
  expect(print("0.04", "12.34")).toEqual(["0.0", "12.3"]);
  expect(print("0", "0")).toEqual(["0.0", "0.0"]);
});

async function plotted(id: (typeof exampleIds)[number]): Promise<PlottedChart> {
  const outcome = await plotChart(exampleChart(id), exampleReader(), { asOf: secondVintage });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.chart;
}

function withValues(chart: PlottedChart, change: Values): PlottedChart {
  return {
    ...chart,
    series: chart.series.map((one, series) => {
      const values = one.values.map((value, position) => change(value, series, position));
      const printed = printFigures(
        values.map((text) => (text === null ? null : new Decimal(text))),
      );
      return { ...one, ...printed };
    }),
  };
}

function shapesOf({ back, marks, front }: Drawing): Shape[] {
  return [...back, ...marks, ...front];
}

function expectInside(shape: Shape, { width, height }: Drawing): void {
  for (const [x, y] of cornersOf(shape)) {
    const isInside = x >= -2 && x <= width + 2 && y >= -2 && y <= height + 2;
    expect({ shape, x, y, isInside }).toMatchObject({ isInside: true });
  }
}

function cornersOf(shape: Shape): [number, number][] {
  switch (shape.kind) {
    case "path":
      return shape.d
        .split(/[MLZ]/)
        .filter((point) => point !== "")
        .map((point) => {
          const [x, y] = point.split(",").map(Number);
          return [x ?? Number.NaN, y ?? Number.NaN];
        });
    case "line":
      return [
        [shape.x1, shape.y1],
        [shape.x2, shape.y2],
      ];
    case "rect":
      return [
        [shape.x, shape.y],
        [shape.x + shape.width, shape.y + shape.height],
      ];
    case "dot":
    case "text":
      return [[shape.x, shape.y]];
  }
}
