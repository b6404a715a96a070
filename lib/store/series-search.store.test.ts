import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Area, Series } from "#lib/series/series";
import { appendVintage } from "./append-vintage.ts";
import { exampleVintage } from "./example-vintage.ts";
import { searchSeries } from "./series-search.ts";
import { createTestStore, type TestStore } from "./test-store.ts";

const places: Readonly<Record<string, Pick<Area, "name" | "iso" | "names" | "aliases">>> = {
  "united-kingdom": { name: "United Kingdom", iso: "GB", names: {}, aliases: ["UK", "Britain"] },
  ukraine: { name: "Ukraine", iso: "UA", names: {} },
  netherlands: { name: "Netherlands", iso: "NL", names: {}, aliases: ["Holland"] },
  poland: { name: "Poland", iso: "PL", names: {} },
  india: { name: "India", iso: "IN", names: {} },
  "el-salvador": { name: "El Salvador", iso: "SV", names: {} },
};

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
  const keys = Object.keys(places).map((slug) => `mfh.holdings.${slug}`);
  await load("2026-01-15", keys);
  await load("2026-01-16", ["slt3.total.holdings.poland", "slt3.short-term.holdings.poland"]);
  await load("2026-01-17", ["slt1.total.holdings.poland", "slt1.treasuries.holdings.poland"]);
});
afterAll(() => store.close());

async function load(date: string, keys: readonly string[]) {
  const vintage = exampleVintage(
    date,
    Object.fromEntries(keys.map((key) => [key, { "2025-12": "1" }])),
  );
  const areas = vintage.areas.map((area): Area => ({ ...area, ...places[area.slug] }));
  const titleOf = ({ area }: Series) => `Holdings of U.S. Treasuries: ${places[area]?.name}`;
  const series = vintage.series.map((one): Series => ({ ...one, title: titleOf(one) }));
  const release = { ...vintage.release, slug: keys[0]?.split(".")[0] ?? "" };
  await appendVintage(store, { ...vintage, release, areas, series });
}

const search = (text: string) => searchSeries(store, { text, limit: 20, offset: 0 });

describe("search by words", () => {
  test.each([
    ["UK", "united-kingdom"],
    ["U.K.", "united-kingdom"],
    ["britain holdings", "united-kingdom"],
    ["gb", "united-kingdom"],
    ["Holland", "netherlands"],
    ["ukr", "ukraine"],
    // A word that full-text search passes over.
    ["in", "india"],
    ["holdings of Hollnd", "netherlands"],
  ])("finds for “%s” the one place that is called so", async (text, area) => {
    expect((await search(text)).series.map(({ key }) => key)).toEqual([`mfh.holdings.${area}`]);
  });

  test("“U.S.” is one word", async () => {
    expect((await search("US treasuries")).total).toBe(10);
    expect((await search("U.S. treasuries")).total).toBe(10);
  });

  test("says what a misspelt word was taken for, with its capitals", async () => {
    expect((await search("El Salvdor")).meant).toEqual(["El", "Salvador"]);
    expect((await search("holdngs of ukrane")).meant).toEqual(["holdings", "of", "Ukraine"]);
    expect((await search("El Salvador")).meant).toBeNull();
    expect((await search("")).meant).toBeNull();
  });

  test("takes no word under four letters for another, nor words that no series has together", async () => {
    for (const text of ["uae", "pol uk", "xyz poland", "ukrane salvdor"])
      expect(await search(text), text).toMatchObject({ total: 0, meant: null });
  });
});

test("a class is the same securities in every table, whatever their keys call them", async () => {
  const asked = { area: "poland", limit: 20, offset: 0 };
  const keysOf = async (name: string) =>
    (await searchSeries(store, { ...asked, class: name })).series.map(({ key }) => key);
  expect((await searchSeries(store, asked)).facets.class).toEqual([
    { value: "treasuries", count: 2 },
    { value: "bills", count: 1 },
    { value: "treasury-bonds", count: 1 },
    { value: "us-securities", count: 1 },
  ]);
  expect(await keysOf("treasuries")).toEqual(["mfh.holdings.poland", "slt3.total.holdings.poland"]);
  expect(await keysOf("bills")).toEqual(["slt3.short-term.holdings.poland"]);
  expect(await keysOf("total")).toEqual([]);
});

// The last: it adds a series.
test("without words series stand by key, those for comparison only after all others", async () => {
  await load("2026-01-18", ["mfh.comparison.poland"]);
  const { series } = await search("");
  expect(series.map(({ key }) => key).slice(-2)).toEqual([
    "slt3.total.holdings.poland",
    "mfh.comparison.poland",
  ]);
});
