import { expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { sourceLine } from "./captions.ts";
import { exampleChart, exampleReader, secondVintage } from "./example-charts.ts";
import { plotChart } from "./plot.ts";
import type { PlottedChart } from "./plotted.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const table = { release: "Table 1", date: day("2026-06-18") };
const press = { release: "Press releases", date: day("2026-01-15") };

async function plotted(): Promise<PlottedChart> {
  const found = await plotChart(exampleChart("example-line"), exampleReader(), {
    asOf: secondVintage,
  });
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join("\n"));
  return found.chart;
}

async function vintagesIn(drawn: readonly (typeof table)[], chart?: PlottedChart) {
  const line = sourceLine(exampleChart("example-line"), drawn, chart ?? (await plotted()));
  return /vintages? of .+$/.exec(line)?.[0];
}

test("the source line names the vintage of the one release that a chart is drawn from", async () => {
  expect(await vintagesIn([table])).toBe("vintage of June 18, 2026");
});

test("a chart of several releases has each with its own vintage", async () => {
  expect(await vintagesIn([press, table])).toBe(
    "vintages of January 15, 2026 (Press releases) and June 18, 2026 (Table 1)",
  );
});

test("releases of one day are not told apart", async () => {
  const same = { ...press, date: table.date };
  expect(await vintagesIn([same, table])).toBe("vintage of June 18, 2026");
});

test("a fan is of all vintages from its oldest to its newest", async () => {
  const chart = await plotted();
  const [series] = chart.series;
  if (series === undefined) throw new Error("no series");
  const older = { ...series, vintage: day("2024-07-18") };
  expect(await vintagesIn([press], { ...chart, series: [series, older] })).toBe(
    "vintages of July 18, 2024 to January 15, 2026",
  );
});
