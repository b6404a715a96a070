import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ciede2000, colourDistance, contrast, lightness, sights } from "./colour-distance.ts";
import type { Token } from "./mark-style.ts";

const seriesTokens = [
  "accent",
  "series-2",
  "series-3",
  "series-4",
  "series-5",
  "series-6",
] as const;
const shadeTokens = ["shade-1", "shade-2", "shade-3", "shade-4", "shade-5"] as const;

/** Marks must be told from the paper (WCAG 2.2, 1.4.11), words on a shade read (1.4.3). */
const leastForMarks = 3;
const leastForWords = 4.5;

/** Any two lines of a chart, and any two neighbouring shades, for every kind of sight. */
const leastBetweenSeries = 12;
const leastBetweenShades = 6;

const [, light = "", dark = ""] =
  /^([\s\S]*?)@media \(prefers-color-scheme: dark\) \{([\s\S]*?)@media/.exec(
    readFileSync("app/tokens.css", "utf8"),
  ) ?? [];

describe.each([
  ["light", light],
  ["dark", dark],
])("the colours of charts, %s", (_, sheet) => {
  const valueOf = (token: Token): string => {
    const [, value] = new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(sheet) ?? [];
    if (value === undefined) throw new Error(`tokens.css has no --${token} here`);
    return value;
  };

  test.each(seriesTokens)("%s stands out from the paper", (token) => {
    expect(contrast(valueOf(token), valueOf("paper"))).toBeGreaterThanOrEqual(leastForMarks);
  });

  test.each(sights)("any two series are told apart with %s", (sight) => {
    const near = seriesTokens.flatMap((one, index) =>
      seriesTokens.slice(index + 1).flatMap((other) => {
        const distance = colourDistance(valueOf(one), valueOf(other), sight);
        return distance < leastBetweenSeries ? [`${one} and ${other}: ${distance.toFixed(1)}`] : [];
      }),
    );
    expect(near).toEqual([]);
  });

  test.each(sights)("each shade is told from the next with %s", (sight) => {
    const near = shadeTokens.slice(1).flatMap((token, index) => {
      const before = shadeTokens[index] ?? token;
      const distance = colourDistance(valueOf(before), valueOf(token), sight);
      return distance < leastBetweenShades
        ? [`${before} and ${token}: ${distance.toFixed(1)}`]
        : [];
    });
    expect(near).toEqual([]);
  });

  test("shades go one way, away from the paper", () => {
    const paper = lightness(valueOf("paper"));
    const steps = shadeTokens.map((token) => Math.abs(lightness(valueOf(token)) - paper));
    expect(steps).toEqual([...steps].sort((left, right) => left - right));
  });

  test.each(shadeTokens)("words on %s can be read", (token) => {
    const words = token === "shade-4" || token === "shade-5" ? "paper" : "ink";
    expect(contrast(valueOf(token), valueOf(words))).toBeGreaterThanOrEqual(leastForWords);
  });
});

describe("distances of colours", () => {
  // Pairs 1, 4, 10 and 17 of the test data published with the formula.
  test.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
  ] as const)("are those of the published pairs: %j and %j", (one, other, expected) => {
    expect(ciede2000(one, other)).toBeCloseTo(expected, 4);
  });

  test("red and green of one lightness are far apart, and near without the second kind of cones", () => {
    expect(colourDistance("#c04040", "#5f8020", "all colours")).toBeGreaterThan(40);
    expect(colourDistance("#c04040", "#5f8020", "deuteranopia")).toBeLessThan(15);
  });

  test("black on white has the contrast of 21", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  });
});
