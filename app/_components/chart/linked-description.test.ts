import { describe, expect, test } from "vitest";
import { altText } from "#lib/charts/alt-text";
import {
  exampleChart,
  exampleReader,
  secondVintage,
  type ExampleId,
} from "#lib/charts/example-charts";
import { plotChart } from "#lib/charts/plot";
import { linkFigures } from "./linked-description.ts";

async function describeExample(id: ExampleId) {
  const made = await plotChart(exampleChart(id), exampleReader(), { asOf: secondVintage });
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join());
  const alt = altText(made.chart, "Holdings");
  const parts = linkFigures(alt, made.chart);
  const figures = parts.flatMap((part) => (typeof part === "string" ? [] : [part]));
  return { alt, parts, figures };
}

describe("a description with its figures linked", () => {
  test("says what the description says", async () => {
    for (const id of [
      "example-line",
      "example-bar",
      "example-groups",
      "example-ranking",
    ] as const) {
      const { alt, parts } = await describeExample(id);
      expect(parts.map((part) => (typeof part === "string" ? part : part.text)).join("")).toBe(alt);
    }
  });

  test("each of several series has its first, last, highest and lowest figure", async () => {
    const { figures } = await describeExample("example-line");
    expect(figures.map(({ key }) => key)).toEqual([
      ...Array<string>(4).fill("mfh.holdings.alpha"),
      ...Array<string>(4).fill("mfh.holdings.beta"),
    ]);
    expect(figures[1]?.text).toBe("840.7");
  });

  test("the sums of years and the places of a ranking lead to their own series", async () => {
    const groups = await describeExample("example-groups");
    expect(groups.figures.map(({ key }) => key)).toEqual([
      ...Array<string>(2).fill("slt1.bonds.net.all"),
      ...Array<string>(2).fill("slt1.shares.net.all"),
    ]);
    const ranking = await describeExample("example-ranking");
    expect(new Set(ranking.figures.map(({ key }) => key)).size).toBe(3);
  });

  test("a number that is no figure of the chart stays text", async () => {
    const { figures } = await describeExample("example-bar");
    // From, to, highest, lowest; and not how many months were below zero.
    expect(figures).toHaveLength(4);
  });
});
