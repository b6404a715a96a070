import { createCanvas } from "@napi-rs/canvas";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { altText } from "./alt-text.ts";
import { measureLine, noteOf, pictureTitles } from "./captions.ts";
import { chartCsv } from "./csv.ts";
import { drawChart } from "./draw.ts";
import {
  exampleChart,
  exampleIds,
  exampleReader,
  month,
  secondVintage,
  type ExampleId,
} from "./example-charts.ts";
import { expectGolden } from "./expect-golden.ts";
import { fontSize, frames } from "./frame.ts";
import { chartPng, pngSize, registerFonts } from "./png.ts";
import { setFont } from "./paint.ts";
import { plotChart } from "./plot.ts";
import type { Transformation } from "./transformation.ts";
import { styledRoles } from "./stylesheet.ts";
import { drawingToSvg } from "./svg.ts";
import { chartTable } from "./table.ts";
import { textWidth } from "./text-width.ts";

describe.each(exampleIds)("%s in its forms", (id) => {
  test.each([frames.wide, frames.narrow])(
    "is drawn as the golden file for $name",
    async (frame) => {
      const svg = await svgOf(id, frame.name);
      expectGolden(
        `${svg.replaceAll("><", ">\n<")}\n`,
        `lib/charts/golden/${id}-${frame.name}.golden.svg`,
      );
    },
  );

  test("is drawn without style attributes or colours, and each class has a rule", async () => {
    const svg = await svgOf(id, "wide");
    expect(svg).not.toMatch(/ style=|fill="|stroke="/);
    const roles = [...svg.matchAll(/class="chart-([a-z0-9-]+)/g)].map(([, role]) => role);
    expect(roles.length).toBeGreaterThan(3);
    for (const role of roles) expect(styledRoles).toContain(role);
  });

  test("lies inside its frame", async () => {
    const { chart } = await made(id);
    for (const frame of Object.values(frames)) {
      const { back, marks, front, height } = drawChart(chart, frame);
      expect(height).toBeGreaterThanOrEqual(frame.height);
      for (const shape of [...back, ...marks, ...front]) {
        const ys = shape.kind === "line" ? [shape.y1, shape.y2] : "y" in shape ? [shape.y] : [];
        const xs = shape.kind === "line" ? [shape.x1, shape.x2] : "x" in shape ? [shape.x] : [];
        for (const y of ys) expect(y).toSatisfy((at: number) => at >= 0 && at <= height);
        for (const x of xs) expect(x).toSatisfy((at: number) => at >= 0 && at <= frame.width);
      }
    }
  });

  test("says where each of its figures is drawn", async () => {
    const { chart } = await made(id);
    for (const frame of Object.values(frames)) {
      const { figures, plot } = drawChart(chart, frame);
      const held = chart.series.flatMap(({ values }, series) =>
        values.flatMap((value, position) => (value === null ? [] : [`${series} ${position}`])),
      );
      expect(figures.map(({ series, position }) => `${series} ${position}`)).toEqual(held);
      for (const { x, y } of figures) {
        expect(x).toSatisfy((at: number) => at >= plot.left && at <= plot.right);
        expect(y).toSatisfy((at: number) => at >= plot.top && at <= plot.bottom);
      }
    }
  });

  test("gives the same PNG twice, of the size that is announced", async () => {
    const { chart, measure } = await made(id);
    const picture = { headline: "A headline", measure, plotted: chart, source: "Source: Example" };
    const png = chartPng(picture);
    expect(png.equals(chartPng(picture))).toBe(true);
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    const untitled = chartPng({ ...picture, headline: null });
    expect(untitled.equals(png)).toBe(false);
    for (const file of [png, untitled]) {
      expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([
        pngSize.width,
        pngSize.height,
      ]);
    }
  });

  test("has the same figures in table and CSV", async () => {
    const { chart, definition } = await made(id);
    const rows: unknown = parse(chartCsv(definition, chart), { columns: true });
    const figures = chart.series.reduce((sum, { values }) => sum + values.length, 0);
    expect(rows).toHaveLength(figures);
    expect(chartTable(chart).rows.flatMap((row) => row.slice(1))).toHaveLength(figures);
  });
});

test("a picture's letters have the weights that places were measured with", () => {
  registerFonts();
  const context = createCanvas(10, 10).getContext("2d");
  for (const weight of [400, 600] as const) {
    setFont(context, { weight, size: 13 }, '"Tickmark Label"');
    const { width } = context.measureText("Mainland China 1,185.5");
    expect(width).toBeCloseTo(textWidth("Mainland China 1,185.5", 13, weight), 1);
  }
});

test("the newest vintage of a fan lies over the earlier ones", async () => {
  const { chart } = await made("example-fan");
  const roles = drawChart(chart, frames.wide).marks.map(({ role }) => role);
  expect(roles.slice(0, -1)).toEqual(roles.slice(1).map(() => "vintage"));
  expect(roles.at(-1)).toBe("line");
});

describe("what a line and its axis leave out", () => {
  test("a line has a gap where a new way of measuring begins", async () => {
    const { chart } = await made("example-line");
    const [alpha] = drawChart(chart, frames.wide).marks;
    // Breaks in June 2022 and January 2024: three parts.
    expect(alpha?.kind === "path" ? alpha.d.match(/M/g) : null).toHaveLength(3);
  });

  test("however wide, the names of months do not run into each other nor leave the drawing", async () => {
    const { chart } = await made("example-bar");
    for (const [from, to] of [
      [24, 48],
      [27, 48],
      [28, 48],
      [26, 47],
    ] as const) {
      const part = {
        ...chart,
        positions: chart.positions.slice(from, to),
        series: chart.series.map((one) => ({ ...one, values: one.values.slice(from, to) })),
      };
      for (let width = 300; width <= 720; width += 7) {
        const { back } = drawChart(part, { name: "wide", width, height: 380 });
        const names = back.flatMap((shape) =>
          shape.kind === "text" && shape.anchor === "middle" ? [shape] : [],
        );
        let end = 0;
        for (const { x, text } of names) {
          const half = textWidth(text, fontSize, 400) / 2;
          expect(x - half).toBeGreaterThanOrEqual(end);
          end = x + half;
        }
        expect(end).toBeLessThanOrEqual(width);
        expect(names.at(-1)?.text).toMatch(/^[A-Z][a-z]{2} 2025$/);
      }
    }
  });
});

describe("the CSV", () => {
  test("carries its citation in every row, and leaves a missing figure empty", async () => {
    const { chart, definition } = await made("example-line");
    const text = chartCsv(definition, chart);
    expect(text.split("\r\n")[0]).toBe(
      "period,label,series,value,unit,transformation,as_of,source,licence",
    );
    expect(text).toContain(
      '2023-03,Beta Islands,mfh.holdings.beta,,billion U.S. dollars,level,2026-06-18,"Example Bureau, Table 9",Public domain\r\n',
    );
  });

  test("names year, class and key of a grouped bar", async () => {
    const { chart, definition } = await made("example-groups");
    expect(chartCsv(definition, chart)).toContain("2025,Shares,slt1.shares.net.all,498,");
  });
});

describe("the texts of a chart", () => {
  test("a line's description gives first, last and extremes, formatted", async () => {
    const { chart } = await made("example-line");
    expect(altText(chart, "Holdings of two places")).toBe(
      "Line chart: Holdings of two places, billion U.S. dollars, January 2022 to December 2025. " +
        "Alpha: from 600.5 in January 2022 to 840.7 in December 2025; highest 840.7 in December 2025, lowest 600.5 in January 2022. " +
        "Beta Islands: from 900.1 in January 2022 to 430.1 in December 2025; highest 900.1 in January 2022, lowest 430.1 in December 2025.",
    );
  });

  test("a column chart's description says how often it is below zero", async () => {
    const { chart } = await made("example-bar");
    expect(altText(chart, "Net purchases")).toMatch(
      /lowest −60\.5 in .*; below zero in 18 of 48 months\.$/,
    );
  });

  test.each<[ExampleId, Transformation, string]>([
    ["example-bar", "level", "Net purchases, billion U.S. dollars, January 2022"],
    ["example-bar", "change", "Net purchases, monthly change, billion U.S. dollars, February 2022"],
    ["example-bar", "sum-12", "Net purchases, 12-month sum, billion U.S. dollars, December 2022"],
    ["example-line", "change", "Net purchases, monthly change, billion U.S. dollars, February"],
    ["example-line", "pct-change", "Net purchases, monthly percent change, February 2022"],
  ])("%s's description says what was done to its figures: %s", async (id, how, words) => {
    expect(altText((await made(id, how)).chart, "Net purchases")).toContain(` chart: ${words}`);
  });

  test("a grouped bar's and a ranking's descriptions give every figure", async () => {
    expect(altText((await made("example-groups")).chart, "Net purchases by class")).toBe(
      "Bar chart: Net purchases by class, billion U.S. dollars, 2024 and 2025. " +
        "Corporate bonds: 360.0 in 2024, −148.1 in 2025. Shares: 354.0 in 2024, 498.0 in 2025.",
    );
    expect(altText((await made("example-ranking")).chart, "Holdings")).toContain(
      "the largest 3: alpha 840.7, beta 430.1, gamma 147.0.",
    );
  });

  test("the measure says what was done to the figures, their unit and their span", async () => {
    expect((await made("example-bar", "sum-12")).measure).toBe(
      "Net purchases, 12-month sum, billion U.S. dollars, December 2022 to December 2025",
    );
    expect((await made("example-line", "pct-change")).measure).toBe(
      "Holdings of two places, monthly percent change, February 2022 to December 2025",
    );
  });

  test("a picture of a reader's own choice is named by its measure, not by the headline", async () => {
    const { chart, definition } = await made("example-bar");
    const title = (selection: Parameters<typeof pictureTitles>[2]) =>
      pictureTitles(definition, chart, selection).headline;
    expect(title({ transformation: "level" })).toBe("Net purchases turn");
    expect(title({ from: month("2025-01") })).toBe("Net purchases");
    expect(pictureTitles(definition, chart, { transformation: "change" })).toEqual({
      headline: "Net purchases",
      measure: "Billion U.S. dollars, January 2022 to December 2025",
    });
    const ranking = await made("example-ranking");
    const rankingTitle = (to: string) =>
      pictureTitles(ranking.definition, ranking.chart, { to: month(to) }).headline;
    expect([rankingTitle("2025-12"), rankingTitle("2024-12")]).toEqual([
      "Alpha is first",
      "Holdings",
    ]);
  });

  test("the note is that of what is shown", () => {
    const definition = exampleChart("example-bar", (text) =>
      text.replace("note: An example.", "notes: { level: one, change: two, sum-12: three }"),
    );
    expect(noteOf(definition, "level")).toBe("one");
    expect(noteOf(definition, "sum-12")).toBe("three");
    expect(noteOf(exampleChart("example-bar"), "change")).toBe("An example.");
    expect(noteOf(exampleChart("example-line"), "change")).toBeNull();
  });

  test("a table over time begins with the newest, and says where there is no figure", async () => {
    const { columns, rows } = chartTable((await made("example-line")).chart);
    expect(columns).toEqual(["Month", "Alpha", "Beta Islands"]);
    expect(rows[0]).toEqual(["December 2025", "840.7", "430.1"]);
    expect(rows).toContainEqual(["March 2023", "670.5", "—"]);
  });

  test("an SVG has its title and description by ids of its own", async () => {
    const svg = await svgOf("example-bar", "wide");
    expect(svg).toContain(
      'role="img" aria-labelledby="example-bar-wide-title example-bar-wide-desc"',
    );
    expect(svg).toContain('<title id="example-bar-wide-title">A &#x3C; title</title>');
    expect(svg).toContain('<desc id="example-bar-wide-desc">A description</desc>');
  });
});

async function svgOf(id: ExampleId, frame: "wide" | "narrow"): Promise<string> {
  const { chart } = await made(id);
  const names = { id: `${id}-${frame}`, title: "A < title", description: "A description" };
  return drawingToSvg(drawChart(chart, frames[frame]), names);
}

async function made(id: ExampleId, transformation: Transformation = "level") {
  const definition = exampleChart(id);
  const outcome = await plotChart(definition, exampleReader(), {
    asOf: secondVintage,
    transformation,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return { definition, chart: outcome.chart, measure: measureLine(definition, outcome.chart) };
}
