import { afterAll, beforeAll, expect, test } from "vitest";
import { appendVintage } from "./append-vintage.ts";
import { catalogueMark } from "./catalogue-mark.ts";
import { writeCatalogue, type Described } from "./catalogue-rows.ts";
import { exampleVintage } from "./example-vintage.ts";
import { createTestStore, type TestStore } from "./test-store.ts";
import { inTransaction } from "./transaction.ts";

const vintage = exampleVintage("2026-02-18", { "mfh.holdings.japan": { "2025-12": "1185.5" } });

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
  expect(await appendVintage(store, vintage)).toMatchObject({ outcome: "appended" });
});
afterAll(() => store.close());

async function markAfter(described: Described): Promise<string> {
  await inTransaction(store, (tx) => writeCatalogue(tx, described));
  return catalogueMark(store);
}

test("the mark stays while editors say the same, and changes with a title, a note or a name", async () => {
  const before = await catalogueMark(store);
  expect(await markAfter(vintage)).toBe(before);
  const marks = [
    before,
    await markAfter({ ...vintage, release: { ...vintage.release, title: "Major holders" } }),
    await markAfter({
      ...vintage,
      series: vintage.series.map((one) => ({ ...one, notes: ["Counted anew."] })),
    }),
    await markAfter({
      ...vintage,
      areas: vintage.areas.map((one) => ({ ...one, name: "Nippon" })),
    }),
  ];
  expect(new Set(marks).size).toBe(marks.length);
});
