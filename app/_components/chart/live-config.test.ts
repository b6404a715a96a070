import { describe, expect, test } from "vitest";
import { drawChart } from "#lib/charts/draw";
import { breakIndexes } from "#lib/charts/draw-lines";
import {
  exampleChart,
  exampleIds,
  exampleReader,
  secondVintage,
  type ExampleId,
} from "#lib/charts/example-charts";
import { frames } from "#lib/charts/frame";
import { plotChart } from "#lib/charts/plot";
import { lightColours } from "#lib/charts/theme";
import { liveConfig } from "./live-config.ts";

const byChartJs: readonly ExampleId[] = [
  "example-line",
  "example-bar",
  "example-groups",
  "example-ranking",
];

const theme = { colours: lightColours, labelFont: "Example" };

describe("what Chart.js is told", () => {
  test.each(byChartJs)("%s has its marks where the server's picture has them", async (id) => {
    const chart = await plotted(id);
    const drawing = drawChart(chart, frames.wide);
    const { options, data } = liveConfig(chart, drawing, theme, 0.5);
    expect(options.layout?.padding).toEqual({
      left: drawing.plot.left / 2,
      top: drawing.plot.top / 2,
      right: (drawing.width - drawing.plot.right) / 2,
      bottom: (drawing.height - drawing.plot.bottom) / 2,
    });
    const axis = id === "example-ranking" ? options.scales?.["x"] : options.scales?.["y"];
    expect([axis?.min, axis?.max]).toEqual(drawing.domain);
    expect(data.datasets.map(({ data: values }) => values.length)).toEqual(
      chart.series.map(() => chart.positions.length),
    );
  });

  test.each(exampleIds.filter((id) => !byChartJs.includes(id)))(
    "%s is painted from the server's own shapes, with points where its figures are",
    async (id) => {
      const chart = await plotted(id);
      const drawing = drawChart(chart, frames.narrow);
      const { options, data } = liveConfig(chart, drawing, theme, 1);
      expect([options.scales?.["x"]?.max, options.scales?.["y"]?.max]).toEqual([
        drawing.width,
        drawing.height,
      ]);
      const points = data.datasets.flatMap((set, series) =>
        set.data.flatMap((point, position) =>
          typeof point === "object" && point !== null && "x" in point && !Number.isNaN(point.x)
            ? [{ series, position, ...point }]
            : [],
        ),
      );
      expect(points).toEqual(
        drawing.figures.map(({ series, position, x, y }) => ({ series, position, x, y })),
      );
    },
  );

  test("a figure without neighbours is a dot, where no line could show it", async () => {
    const chart = await plotted("example-line");
    const lonely = {
      ...chart,
      series: chart.series.map((one) => ({
        ...one,
        values: one.values.map((value, at) => (at === 9 || at === 11 ? null : value)),
      })),
    };
    const { data } = liveConfig(lonely, drawChart(lonely, frames.wide), theme, 1);
    const [alpha] = data.datasets;
    const radius = alpha !== undefined && "pointRadius" in alpha ? alpha.pointRadius : [];
    expect(Array.isArray(radius) && radius.flatMap((size, at) => (size > 0 ? [at] : []))).toEqual([
      10,
    ]);
  });

  test("a gap is a gap, and the emphasised line is in the accent colour, on top", async () => {
    const chart = await plotted("example-line");
    const { data } = liveConfig(chart, drawChart(chart, frames.wide), theme, 1);
    expect(data.datasets[1]?.data[14]).toBeNull();
    expect(data.datasets[1]).toMatchObject({
      borderColor: lightColours.accent,
      order: 0,
      spanGaps: false,
    });
  });

  test("the step to a new way of measuring is not drawn", async () => {
    const chart = await plotted("example-line");
    const { data } = liveConfig(chart, drawChart(chart, frames.wide), theme, 1);
    const [alpha] = data.datasets;
    expect(alpha).toHaveProperty("segment.borderColor");
    expect([...breakIndexes(chart)]).toEqual([5, 24]);
  });

  test("columns of the highlighted periods are in the accent colour, the others grey", async () => {
    const chart = await plotted("example-bar");
    const { data } = liveConfig(chart, drawChart(chart, frames.wide), theme, 1);
    const colours = data.datasets[0]?.backgroundColor;
    expect(Array.isArray(colours) && [colours[35], colours[36]]).toEqual([
      lightColours["series-3"],
      lightColours.accent,
    ]);
  });
});

async function plotted(id: ExampleId) {
  const outcome = await plotChart(exampleChart(id), exampleReader(), { asOf: secondVintage });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.chart;
}
