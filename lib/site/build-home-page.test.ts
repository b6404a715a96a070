import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { buildHomePage } from "./build-home-page.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const holdings = "slt1.total.holdings.grand-total";
const net = "slt1.total.net.grand-total";
const valuation = "slt1.total.valuation.grand-total";
const date = day("2026-06-18");
const reader = createMemoryReader({
  series: [holdings, net, valuation].map((key) => exampleSeries(key, { multiplier: 6 })),
  vintages: [
    {
      release: "slt1",
      date,
      figures: {
        [holdings]: { "2026-03": "35607000", "2026-04": "37717000" },
        [net]: { "2026-03": "95800", "2026-04": "-20600" },
        [valuation]: { "2026-04": "1980000" },
      },
    },
  ],
});
const release = {
  slug: "slt1",
  title: "Table 1",
  publisher: "Treasury",
  url: "https://example.test",
  licence: "Public domain",
};

/** The store of these tests compares nothing. */
function noComparison(): never {
  throw new Error("No release here has a vintage before its newest");
}

async function figures() {
  const vintages = await reader.vintages("slt1");
  const home = await buildHomePage([], [{ release, vintages }], reader, noComparison);
  return home.releases[0];
}

test("a flow and a stock are printed with their direction; what prices did to a stock is said", async () => {
  const newest = await figures();
  expect(newest?.covers).toBe("March 2026 to April 2026");
  expect(newest?.figures.map(({ value, change, period }) => [value, change, period])).toEqual([
    ["\u2212$20.6 billion", "down $116.4 billion on the month", "2026-04"],
    [
      "$37.72 trillion",
      "up $2.11 trillion on the month; prices account for $1.98 trillion",
      "2026-04",
    ],
  ]);
});

test("a store without a vintage is no front page", async () => {
  await expect(buildHomePage([], [], reader, noComparison)).rejects.toThrow("holds no vintage");
});

test("a release without figures for the front page is named, and takes no other's place", async () => {
  const vintages = await reader.vintages("slt1");
  const frozen = { ...release, slug: "s1", title: "Form S" };
  const old = vintages.map((vintage) => ({ ...vintage, release: "s1", date: day("2023-03-15") }));
  const home = await buildHomePage(
    [],
    [
      { release: frozen, vintages: old },
      { release, vintages },
    ],
    reader,
    noComparison,
  );
  expect(home.releases.map((one) => [one.release, one.figures.length > 0])).toEqual([
    ["slt1", true],
    ["s1", false],
  ]);
});

test("without two vintages of a release nothing changed, and a release is not compared", async () => {
  const vintages = await reader.vintages("slt1");
  const home = await buildHomePage([], [{ release, vintages }], reader, noComparison);
  expect(home.changed).toBeNull();
  expect(home.corrections).toEqual([]);
});
