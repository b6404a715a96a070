import { describe, expect, test } from "vitest";
import { exampleChart, exampleReader, secondVintage } from "#lib/charts/example-charts";
import { drawChart } from "#lib/charts/draw";
import { frames } from "#lib/charts/frame";
import { plotChart } from "#lib/charts/plot";
import { nearestFigure } from "./linked-nearest.ts";
import { sayFigure, stepTo } from "./linked-walk.ts";

async function plotted(id: Parameters<typeof exampleChart>[0]) {
  const made = await plotChart(exampleChart(id), exampleReader(), { asOf: secondVintage });
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join());
  return made.chart;
}

describe("keys in a chart", () => {
  test("arrows go along a series, and up and down between series", async () => {
    const chart = await plotted("example-line");
    expect(stepTo("ArrowRight", null, chart)).toEqual({ series: 0, position: 0 });
    expect(stepTo("ArrowLeft", null, chart)).toEqual({ series: 0, position: 47 });
    expect(stepTo("ArrowRight", { series: 0, position: 3 }, chart)).toEqual({
      series: 0,
      position: 4,
    });
    expect(stepTo("ArrowDown", { series: 0, position: 3 }, chart)).toEqual({
      series: 1,
      position: 3,
    });
    expect(stepTo("ArrowDown", { series: 1, position: 3 }, chart)).toEqual({
      series: 1,
      position: 3,
    });
  });

  test("a chart of one series has all arrows go along it", async () => {
    const chart = await plotted("example-ranking");
    expect(stepTo("ArrowDown", { series: 0, position: 0 }, chart)?.position).toBe(1);
    expect(stepTo("ArrowUp", { series: 0, position: 1 }, chart)?.position).toBe(0);
  });

  test("pages are years, and mean nothing where positions are no periods", async () => {
    const chart = await plotted("example-line");
    expect(stepTo("PageUp", { series: 1, position: 40 }, chart)?.position).toBe(28);
    expect(stepTo("PageDown", { series: 1, position: 40 }, chart)?.position).toBe(47);
    expect(
      stepTo("PageUp", { series: 0, position: 1 }, await plotted("example-groups")),
    ).toBeUndefined();
    expect(stepTo("a", null, chart)).toBeUndefined();
  });

  test("a figure is said with its series, period and unit, and a gap as one", async () => {
    const chart = await plotted("example-line");
    expect(sayFigure(chart, { series: 0, position: 47 })).toBe(
      "Alpha, December 2025: 840.7 billion U.S. dollars",
    );
    expect(sayFigure(chart, { series: 1, position: 14 })).toBe(
      "Beta Islands, March 2023: no figure",
    );
  });

  test("a figure of a fan is said with its month first, and whose release it is of", async () => {
    const chart = await plotted("example-fan");
    const position = chart.positions.length - 1;
    expect(sayFigure(chart, { series: 1, position })).toBe(
      "December 2025, vintage of February 18, 2026: 835.5 billion U.S. dollars",
    );
  });
});

describe("pointing at a chart", () => {
  test("finds the column that a place stands over", async () => {
    const drawing = drawChart(await plotted("example-bar"), frames.wide);
    const tenth = drawing.figures[10];
    if (tenth === undefined) throw new Error("not drawn");
    expect(nearestFigure(drawing, tenth.x, drawing.plot.top)).toBe(tenth);
  });

  test("finds the bar of a ranking beside which a place lies", async () => {
    const drawing = drawChart(await plotted("example-ranking"), frames.narrow);
    const last = drawing.figures.at(-1);
    if (last === undefined) throw new Error("not drawn");
    expect(nearestFigure(drawing, drawing.plot.right, last.y)).toBe(last);
  });
});
