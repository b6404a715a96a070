import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { standingOf } from "./area-standing.ts";

const date = "2026-06-18";

function reader(values: Readonly<Record<string, string>>) {
  if (!isVintageDate(date)) throw new TypeError(date);
  const figures = Object.fromEntries(
    Object.entries(values).map(([area, value]) => [`mfh.holdings.${area}`, { "2025-12": value }]),
  );
  return createMemoryReader({
    series: Object.keys(figures).map((key) => exampleSeries(key)),
    areas: { "grand-total": "total", "euro-area": "memo" },
    vintages: [{ release: "mfh", date, figures }],
  });
}

const world = reader({
  japan: "1200",
  china: "700",
  belgium: "700",
  canada: "400",
  peru: "n.a.",
  "euro-area": "1500",
  "grand-total": "9000",
});

test("a country is ranked among countries only, and memo items and totals do not push it down", async () => {
  const standing = await standingOf("mfh.holdings.japan", (area) => area, world);
  expect(standing).toMatchObject({ rank: 1, among: 4, held: "$1.20 trillion" });
  expect(standing?.share).toBe("13.3 percent");
});

test("equal amounts share a place, and the place after them is not given", async () => {
  const places = await Promise.all(
    ["china", "belgium", "canada"].map((area) =>
      standingOf(`mfh.holdings.${area}`, (slug) => slug, world),
    ),
  );
  expect(places.map((place) => place?.rank)).toEqual([2, 2, 4]);
});

test("the countries above and below are named, itself between them", async () => {
  const standing = await standingOf("mfh.holdings.canada", (area) => area.toUpperCase(), world);
  expect(standing?.neighbours.map(({ name, rank, own }) => [name, rank, own])).toEqual([
    ["BELGIUM", 2, false],
    ["CHINA", 2, false],
    ["CANADA", 4, true],
  ]);
});

test("a country without a figure has no place", async () => {
  expect(await standingOf("mfh.holdings.peru", (area) => area, world)).toBeNull();
});
