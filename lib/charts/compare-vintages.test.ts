import { describe, expect, test } from "vitest";
import { Decimal } from "#lib/series/decimal";
import { altText } from "./alt-text.ts";
import { compareVintages } from "./compare-vintages.ts";
import { chartCsv } from "./csv.ts";
import { measureLine } from "./captions.ts";
import { drawChart } from "./draw.ts";
import {
  exampleChart,
  exampleReader,
  firstVintage,
  secondVintage,
  type ExampleId,
} from "./example-charts.ts";
import { frames } from "./frame.ts";
import { plotChart } from "./plot.ts";
import type { PlottedChart } from "./plotted.ts";
import { chartTable } from "./table.ts";

describe("two vintages of a chart side by side", () => {
  test("stand beside each other in the table, with what was revised", async () => {
    const { columns, rows } = chartTable(await compared("example-line"));
    expect(columns.slice(0, 4)).toEqual([
      "Month",
      "Alpha",
      "Alpha, vintage of February 18, 2026",
      "Alpha, difference",
    ]);
    expect(rows[0]?.slice(0, 4)).toEqual(["December 2025", "840.7", "835.5", "+5.2"]);
    expect(rows[1]?.slice(3, 4)).toEqual(["0.0"]);
  });

  test("are rows of the CSV with the other vintage's day, figure and the exact difference", async () => {
    const chart = await compared("example-line");
    const csv = chartCsv(exampleChart("example-line"), chart);
    expect(csv).toContain("as_of,source,licence,compared_as_of,compared_value,difference");
    expect(csv).toContain("2026-02-18,835.5,5.2");
  });

  test("are told to who does not see the picture, and in the line over it", async () => {
    const chart = await compared("example-line");
    expect(altText(chart, "Holdings")).toContain(
      "Against the vintage of February 18, 2026, 1 of 95 figures differ, most by +5.2 (Alpha, December 2025).",
    );
    expect(measureLine(exampleChart("example-line"), chart)).toContain(
      "dashed where the vintage of February 18, 2026 differs",
    );
  });

  test("that are nearer to each other than the figures are printed say by how much and which way", async () => {
    const definition = exampleChart("example-line");
    const plotted = await plotChart(definition, exampleReader(), {
      asOf: secondVintage,
      transformation: "pct-change",
    });
    if (!plotted.ok) throw new Error(JSON.stringify(plotted.problems));
    const [alpha, ...others] = plotted.chart.series;
    if (alpha === undefined) throw new Error("expected a series");
    const nudged = (by: string) => ({
      ...plotted.chart,
      series: [
        {
          ...alpha,
          values: alpha.values.map((value) =>
            value === null ? null : new Decimal(value).plus(by).toFixed(),
          ),
        },
        ...others,
      ],
    });
    const differenceOf = async (by: string) => {
      const answer = await compareVintages(nudged(by), definition, exampleReader(), {
        asOf: secondVintage,
        transformation: "pct-change",
      });
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
      return chartTable(answer.chart).rows[0]?.[3];
    };
    expect(await differenceOf("0.002")).toBe("+0.002");
    expect(await differenceOf("-0.0437")).toBe("−0.04");
    expect(await differenceOf("0.05")).toBe("+0.1");
    expect(await differenceOf("0")).toBe("0.0");
  });

  test("that are the same say so, and draw nothing twice", async () => {
    const chart = await compared("example-line", secondVintage);
    expect(altText(chart, "Holdings")).toContain("has the same figures");
    expect(dashed(chart)).toEqual([]);
  });

  test.each<[ExampleId, number]>([
    ["example-line", 1],
    ["example-area", 1],
    ["example-ranking", 1],
  ])("are drawn dashed only where they differ: %s", async (id, count) => {
    expect(dashed(await compared(id))).toHaveLength(count);
  });

  test("hide nothing that is shown: lines lie under the lines, and a surface under both", async () => {
    const line = drawChart(await compared("example-line"), frames.wide);
    expect(line.back.at(-1)).toMatchObject({ role: "vintage" });
    const area = drawChart(await compared("example-area"), frames.wide);
    expect(area.marks.map(({ role }) => role)).toEqual(["area", "vintage", "line"]);
    const ranking = drawChart(await compared("example-ranking"), frames.wide);
    expect(ranking.front[0]).toMatchObject({ role: "vintage" });
  });

  test("are refused where the other vintage has nothing to plot", async () => {
    const definition = exampleChart("example-groups");
    const plotted = await plotChart(definition, exampleReader(), { asOf: secondVintage });
    if (!plotted.ok) throw new Error("expected a chart");
    const answer = await compareVintages(plotted.chart, definition, exampleReader(), {
      asOf: firstVintage,
    });
    expect(answer).toMatchObject({ ok: false });
  });
});

async function compared(id: ExampleId, asOf = firstVintage): Promise<PlottedChart> {
  const definition = exampleChart(id);
  const reader = exampleReader();
  const plotted = await plotChart(definition, reader, { asOf: secondVintage });
  if (!plotted.ok) throw new Error(JSON.stringify(plotted.problems));
  const answer = await compareVintages(plotted.chart, definition, reader, { asOf });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.chart;
}

function dashed(chart: PlottedChart) {
  const { back, marks, front } = drawChart(chart, frames.wide);
  return [...back, ...marks, ...front].filter(({ role }) => role === "vintage");
}
