import { describe, expect, test } from "vitest";
import { exampleChart, exampleReader, secondVintage } from "./example-charts.ts";
import { plotChart } from "./plot.ts";
import { standaloneSvg } from "./standalone-svg.ts";

describe("a chart as an SVG file", () => {
  test("has its looks in attributes, so that no style sheet is needed", async () => {
    const svg = await example();
    expect(svg).not.toMatch(/class=|style|var\(/);
    expect(svg).toMatch(/<path d="M[^"]+" fill="none" stroke="#b8331a"/);
    expect(svg).toContain("stroke-dasharray");
    expect(svg).toContain("Libre Franklin");
  });

  test("says what it shows, in which unit and from where", async () => {
    const svg = await example();
    expect(svg).toContain('<title id="title">Alpha &#x26; Beta</title>');
    expect(svg).toContain("Holdings, billion");
    expect(svg).toContain("Source: Bureau");
  });

  test("has names that are seen where the order of painting is not known", async () => {
    const svg = await example();
    expect(svg).not.toContain("paint-order");
    expect(svg).toMatch(/<text[^>]* fill="#b8331a"(?![^>]*stroke=)[^>]*>Beta Islands<\/text>/);
  });

  test("has the same bytes each time", async () => {
    expect(await example()).toBe(await example());
  });
});

async function example(): Promise<string> {
  const made = await plotChart(exampleChart("example-line"), exampleReader(), {
    asOf: secondVintage,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return standaloneSvg({
    headline: "Alpha & Beta",
    measure: "Holdings, billion",
    plotted: made.chart,
    source: "Source: Bureau",
    description: "A line chart.",
  });
}
