import { describe, expect, test } from "vitest";
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
  return drawChart(chart, frames.wide).front.filter(({ role }) => role === "vintage");
}
