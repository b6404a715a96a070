import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { findMoved } from "./moved-cells.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const [old, young] = [day("2026-02-18"), day("2026-06-18")];
const key = "mfh.holdings.japan";
const reader = createMemoryReader({
  series: [exampleSeries(key)],
  vintages: [
    { release: "mfh", date: old, figures: { [key]: { "2025-10": "100", "2025-11": "110" } } },
    { release: "mfh", date: young, figures: { [key]: { "2025-11": "115", "2025-12": "120" } } },
  ],
});

async function cellsAt(vintage: VintageDate, ...periods: string[]) {
  const cells = (await reader.read([key], vintage)).get(key) ?? [];
  return { vintage, cells: cells.filter(({ period }) => periods.includes(period)) };
}

test("what only one reading rests on is looked up for the other", async () => {
  const before = await cellsAt(old, "2025-10", "2025-11");
  const after = await cellsAt(young);
  expect(await findMoved(before, after, reader)).toMatchObject([
    { period: "2025-11", before: "110", after: "115", difference: "5" },
  ]);
});

test("a figure has no value before only where that vintage has none", async () => {
  const moved = await findMoved(
    await cellsAt(old, "2025-10"),
    await cellsAt(young, "2025-12"),
    reader,
  );
  expect(moved).toMatchObject([{ period: "2025-12", before: null, after: "120" }]);
});
