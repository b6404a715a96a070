import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formats } from "#lib/sources/formats";
import { loadCatalogue } from "#lib/sources/catalogue";
import type { Area } from "#lib/series/series";
import { findNounProblems } from "./find-noun-problems.ts";
import { createNouns, type Nouns } from "./nouns.ts";

const file = "content/nouns.yml";
const catalogue = loadCatalogue();
if (!catalogue.ok) throw new Error("The catalogue is damaged");

const small = `
names: [Bank of Japan]
excluding: [without]
uncounted: [hedge funds]
classes: [{ words: [stocks], fits: [equities] }]
measures: [{ words: [holdings], fits: [holdings] }]
areas: [{ words: [foreigners], fits: [grand-total] }]
`;
const areas: readonly Area[] = [
  area("grand-total", "Grand total", "total"),
  area("japan", "Japan", "country"),
  area("total-europe", "Europe", "region"),
  area("china-mainland", "Mainland China", "country"),
];

describe("the file of nouns", () => {
  test("the site’s own is whole", () => {
    const nouns = createNouns(readFileSync(file, "utf8"), file, catalogue.value.areas);
    expect(nouns.ok ? [] : nouns.problems).toEqual([]);
  });

  test("an area that the catalogue lacks is a problem with its place", () => {
    const nouns = createNouns(small.replace("[grand-total]", "[grand-totl]"), file, areas);
    expect(nouns.ok ? [] : nouns.problems).toMatchObject([
      {
        kind: "unknown-area",
        at: { file, line: 7 },
        message: 'areas.0.fits: expected slugs of content/catalogue/areas.yml, found "grand-totl"',
      },
    ]);
  });

  test("words listed twice in one dimension are a problem", () => {
    const nouns = createNouns(small.replace("[stocks]", "[stocks, stocks]"), file, areas);
    expect(nouns.ok ? [] : nouns.problems).toMatchObject([{ kind: "twice", at: { line: 5 } }]);
  });

  test("an unknown field is a problem", () => {
    const nouns = createNouns(small.replace("fits: [equities]", "fit: [equities]"), file, areas);
    expect(nouns.ok ? [] : nouns.problems.map(({ kind }) => kind)).toContain("wrong-shape");
  });
});

describe("finding nouns", () => {
  const found = (text: string) =>
    accepted(createNouns(small, file, areas))
      .finder.find(text)
      .map(({ start, end }) => text.slice(start, end));

  test("a possessive is read as the name", () => {
    expect(found("Japan’s holdings, and Europe's")).toEqual(["Japan", "holdings", "Europe"]);
  });
  test("a name with a noun in it is none", () => {
    expect(found("the Bank of Japan said")).toEqual([]);
  });
  test("a word with a capital is found as written, one without in any case", () => {
    expect(found("japan and Stocks")).toEqual(["Stocks"]);
  });
  test("the longest of two counts", () => {
    expect(found("Mainland China")).toEqual(["Mainland China"]);
  });
  test("what is excluded is not named", () => {
    expect(found("holdings without Japan, and without the stocks")).toEqual(["holdings"]);
  });
  test("words apart are not one noun", () => {
    expect(found("Mainland. China")).toEqual([]);
  });
});

/** One of each table, class and measure; but for press releases names say nothing of the area. */
const kindsOfSeries = [
  ...new Map(
    formats
      .flatMap((format) => [...format.series(catalogue.value)])
      .map((series) => [series.release === "press" ? series.key : kindOf(series.key), series]),
  ).values(),
];

function kindOf(key: string): string {
  return key.split(".").slice(0, -1).join(".");
}

test("every name that the catalogue gives a series fits that series", () => {
  const nouns = accepted(createNouns(readFileSync(file, "utf8"), file, catalogue.value.areas));
  const context = { headings: [], headline: "", about: "" };
  const misfits = kindsOfSeries.flatMap((series) =>
    series.names.flatMap((name) => {
      const text = `${name}: 1`;
      const periods = { spans: [], isComplete: false, isAverage: false };
      const parts = [{ focus: [series], background: [], whole: [], sums: [] }];
      const subject = { parts, periods, isComputed: false };
      const claims = [{ start: text.length - 1, end: text.length, subject }];
      return findNounProblems({ text, claims }, context, nouns)
        .filter(({ dimension }) => dimension !== "area" || series.release === "press")
        .map(({ dimension, kind }) => `${series.key} "${name}": ${kind} ${dimension}`);
    }),
  );
  expect(misfits).toEqual([]);
});

function area(slug: string, name: string, kind: Area["kind"]): Area {
  return { slug, code: null, name, kind, region: null, iso: null, names: {} };
}

function accepted(nouns: ReturnType<typeof createNouns>): Nouns {
  if (!nouns.ok) throw new Error(nouns.problems.map(({ message }) => message).join("; "));
  return nouns.value;
}
