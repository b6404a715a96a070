import { afterEach, beforeEach, expect, test } from "vitest";
import { monthPeriod, shiftPeriod } from "#lib/series/period";
import { appendVintage } from "./append-vintage.ts";
import { exampleVintage } from "./example-vintage.ts";
import { createTestStore, type TestStore } from "./test-store.ts";
import { listVintages } from "./vintage-rows.ts";

let store: TestStore;
beforeEach(async () => {
  store = await createTestStore();
});
afterEach(() => store.close());

/** A text with these words in it. */
function saying(words: string): unknown {
  return expect.stringContaining(words);
}

const key = "mfh.holdings.japan";
const other = "mfh.holdings.china";
const year = Array.from({ length: 12 }, (_, at) => shiftPeriod(monthPeriod(2025, 1), at));
const from = (first: number) =>
  Object.fromEntries(year.map((period, at) => [period, String(first + at)]));
const before = exampleVintage("2026-01-15", { [key]: from(1), [other]: from(101) });
const swapped = { [key]: from(101), [other]: from(1) };

test("two series that changed places are refused, both named, and nothing is left of them", async () => {
  await appendVintage(store, before);
  expect(await appendVintage(store, exampleVintage("2026-02-18", swapped))).toMatchObject({
    outcome: "refused",
    reason: saying(`${other} has the figures that ${key} had`),
  });
  expect(await listVintages(store, "mfh")).toHaveLength(1);
});

test("they are taken with a note: labels are mended now and then", async () => {
  await appendVintage(store, before);
  const noted = exampleVintage("2026-02-18", swapped, { note: "Labels mended" });
  expect(await appendVintage(store, noted)).toMatchObject({ outcome: "appended", revised: 24 });
});

test("figures of few periods may be chance, and of zeros say nothing", async () => {
  const { "2025-01": _, ...eleven } = from(1);
  const { "2025-01": __, ...others } = from(101);
  await appendVintage(store, exampleVintage("2026-01-15", { [key]: eleven, [other]: others }));
  const next = exampleVintage("2026-02-18", { [key]: others, [other]: eleven });
  expect(await appendVintage(store, next)).toMatchObject({ outcome: "appended" });
  const zeros = Object.fromEntries(Object.keys(others).map((period) => [period, "0"]));
  const third = exampleVintage("2026-03-18", { [key]: zeros, [other]: zeros });
  expect(await appendVintage(store, third)).toMatchObject({ outcome: "appended" });
});
