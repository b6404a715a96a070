import { afterEach, beforeEach, expect, test } from "vitest";
import { appendVintage } from "#lib/store/append-vintage";
import { exampleVintage } from "#lib/store/example-vintage";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import type { VintageContent } from "#lib/store/vintage-content";
import { hashContent } from "./content-hash.ts";
import { withStillStore } from "./keeping-session.ts";

let stores: TestStore[] = [];
beforeEach(() => {
  stores = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
});

async function hashOf(vintages: readonly VintageContent[]) {
  const store = await createTestStore();
  stores.push(store);
  for (const vintage of vintages) {
    expect(await appendVintage(store, vintage)).toMatchObject({ outcome: "appended" });
  }
  return withStillStore(store.databaseUrl, hashContent);
}

const japan = "mfh.holdings.japan";
const china = "mfh.holdings.china-mainland";
const note = "made";
const january = exampleVintage(
  "2026-01-15",
  { [japan]: { "2025-10": "1.0", "2025-11": "2" }, [china]: { "2025-10": "7", "2025-11": "n.a." } },
  { note },
);
const february = exampleVintage(
  "2026-02-18",
  { [japan]: { "2025-10": "1.5", "2025-11": "2.0", "2025-12": "3" }, [china]: { "2025-11": "8" } },
  { note },
);
const march = exampleVintage(
  "2026-03-18",
  { [japan]: { "2025-10": "1", "2025-11": "2" }, [china]: { "2025-10": "7", "2025-12": "9" } },
  { note },
);

test("the same files give the same hash, in whatever order they come", async () => {
  const expected = await hashOf([january, february, march]);
  expect(expected.vintages.map(({ date }) => date)).toEqual([
    ...["2026-01-15", "2026-02-18", "2026-03-18"],
  ]);
  for (const order of [
    [march, february, january],
    [february, january, march],
    [march, january, february],
  ]) {
    expect(await hashOf(order)).toEqual(expected);
  }
});

test.each([
  [
    "a figure",
    exampleVintage(
      "2026-01-15",
      {
        [japan]: { "2025-10": "1.1", "2025-11": "2" },
        [china]: { "2025-10": "7", "2025-11": "n.a." },
      },
      { note },
    ),
  ],
  [
    "a missing figure",
    exampleVintage(
      "2026-01-15",
      {
        [japan]: { "2025-10": "1.0", "2025-11": "2" },
        [china]: { "2025-10": "7", "2025-11": "0" },
      },
      { note },
    ),
  ],
  ["the size of a file", { ...january, snapshot: { ...january.snapshot, bytes: 11 } }],
])("another hash comes of %s", async (_, other) => {
  const before = await hashOf([january, february]);
  const after = await hashOf([other, february]);
  expect(after.sha256).not.toBe(before.sha256);
  expect(after.vintages[0]?.sha256).not.toBe(before.vintages[0]?.sha256);
});

test("zeros at the end of a figure, the words of editors and notes are no content", async () => {
  const said = exampleVintage(
    "2026-01-15",
    {
      [japan]: { "2025-10": "1.00", "2025-11": "2" },
      [china]: { "2025-10": "7.0", "2025-11": "n.a." },
    },
    { note: "another" },
  );
  const series = said.series.map((one) => ({ ...one, title: "Another title", notes: ["a note"] }));
  expect(await hashOf([{ ...said, series }])).toEqual(await hashOf([january]));
});
