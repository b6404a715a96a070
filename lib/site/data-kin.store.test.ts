import { afterAll, beforeAll, expect, test } from "vitest";
import type { Series } from "#lib/series/series";
import { appendVintage } from "#lib/store/append-vintage";
import { exampleVintage } from "#lib/store/example-vintage";
import { findSeries } from "#lib/store/series-rows";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { findKin } from "./data-kin.ts";
import { shortName } from "./release-names.ts";

const tables = {
  slt1: ["slt1.total.net.japan", "slt1.treasuries.holdings.japan", "slt1.treasuries.net.japan"],
  slt3: [
    ...["slt3.total.holdings.japan", "slt3.total.net.japan", "slt3.long-term.holdings.japan"],
    ...["slt3.short-term.holdings.japan", "slt3.total.holdings.chile"],
  ],
  mfh: ["mfh.holdings.japan"],
  press: ["press.total.net.one", "press.total.net.two", "press.total.net.three"],
};

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
  for (const [slug, keys] of Object.entries(tables)) {
    const figures = keys.map((key) => [key, { "2025-12": "1" }] as const);
    const vintage = exampleVintage("2026-02-18", Object.fromEntries(figures));
    const series = vintage.series.map((one): Series =>
      // Lines of a press release are all of one area; the third is a running sum.
      slug === "press"
        ? { ...one, area: "japan", title: one.key, window: one.key.endsWith("three") ? 12 : 1 }
        : one,
    );
    const release = { ...vintage.release, slug };
    const japan = vintage.areas.map((area) => ({ ...area, slug: "japan" })).slice(0, 1);
    const areas = slug === "press" ? japan : vintage.areas;
    await appendVintage(store, { ...vintage, release, areas, series });
  }
});
afterAll(() => store.close());

async function inOtherTables(key: string) {
  const series = await findSeries(store, key);
  if (series === null) throw new Error(key);
  const kin = await findKin(store, series);
  return kin
    .find(({ heading }) => heading === "In other tables")
    ?.series.map(({ key: other, name }) => `${name} <${other}>`);
}

test("the same securities are found in other tables, whatever their keys call them, and the table is named", async () => {
  expect(await inOtherTables("mfh.holdings.japan")).toEqual([
    "Table 3: holdings <slt3.total.holdings.japan>",
    "Table 3: net purchases <slt3.total.net.japan>",
  ]);
  expect(await inOtherTables("slt3.total.holdings.japan")).toEqual([
    `${shortName({ slug: "mfh", title: "" })}: holdings <mfh.holdings.japan>`,
  ]);
  expect(await inOtherTables("slt3.long-term.holdings.japan")).toEqual([
    "Table 1: holdings <slt1.treasuries.holdings.japan>",
    "Table 1: net purchases <slt1.treasuries.net.japan>",
  ]);
  expect(await inOtherTables("slt3.short-term.holdings.japan")).toBeUndefined();
});

test("two lines of one class and measure have their titles too, and what covers other spans of time is left out", async () => {
  expect(await inOtherTables("slt1.total.net.japan")).toEqual([
    "Press releases: press.total.net.one <press.total.net.one>",
    "Press releases: press.total.net.two <press.total.net.two>",
  ]);
});
