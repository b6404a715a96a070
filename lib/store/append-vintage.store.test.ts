import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import type { SourceCell } from "#lib/sources/parsed-file";
import { appendVintage, type VintageContent } from "./append-vintage.ts";
import { createReader } from "./reader.ts";
import { createTestStore, type TestStore } from "./test-store.ts";
import { listVintages } from "./vintage-rows.ts";

const key = "mfh.holdings.japan";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

/** A vintage of one series; the figures are by period, `n.a.` for a missing one. */
function vintage(date: string, figures: Record<string, string>, bytes = date): VintageContent {
  const cells = Object.entries(figures).map(([period, text], index): SourceCell => {
    if (!isPeriod(period)) throw new TypeError(period);
    const missing = text === "n.a.";
    const value = missing ? null : text;
    return {
      key,
      period,
      value,
      status: missing ? "missing" : "normal",
      line: index + 10,
      column: 2,
    };
  });
  return {
    release: {
      slug: "mfh",
      title: "Holders",
      publisher: "Treasury",
      url: "https://example.test/f.txt",
      licence: "Public domain",
    },
    date: day(date),
    snapshot: {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      fileName: "f.txt",
      url: "https://example.test/f.txt",
      bytes: 10,
      retrieved: null,
    },
    note: null,
    areas: [{ slug: "japan", code: null, name: "Japan", kind: "country" }],
    series: [exampleSeries(key)],
    cells,
  };
}

let store: TestStore;
beforeEach(async () => {
  store = await createTestStore();
});
afterEach(() => store.close());

/** What the store says of the series on a day: "2025-11 1.5" and so on. */
async function readAsOf(date: string): Promise<string[]> {
  const cells = (await createReader(store).read([key], day(date))).get(key) ?? [];
  return cells.map(({ period, value }) => `${period} ${value ?? "n.a."}`);
}

async function countRows(): Promise<number> {
  return store.prisma.observation.count();
}

test("a value leaves the store as it was published, to the last digit", async () => {
  await appendVintage(store, vintage("2026-01-15", { "2025-11": "1200.0", "2025-12": "-0.30" }));
  expect(await readAsOf("2026-01-15")).toEqual(["2025-11 1200.0", "2025-12 -0.30"]);
});

test("a missing observation is missing, not zero", async () => {
  await appendVintage(store, vintage("2026-01-15", { "2025-11": "n.a.", "2025-12": "0" }));
  const [missing, zero] = (await createReader(store).read([key], day("2026-01-15"))).get(key) ?? [];
  expect(missing).toMatchObject({ value: null, status: "missing" });
  expect(zero).toMatchObject({ value: "0", status: "normal" });
});

test("a later vintage appends only what is new or revised, and knows the place of each value", async () => {
  await appendVintage(store, vintage("2026-01-15", { "2025-10": "1", "2025-11": "2.0" }));
  const result = await appendVintage(
    store,
    vintage("2026-02-18", { "2025-10": "1.5", "2025-11": "2", "2025-12": "3" }),
  );
  expect(result).toEqual({ outcome: "appended", appended: 2 });
  expect(await readAsOf("2026-01-31")).toEqual(["2025-10 1", "2025-11 2.0"]);
  expect(await readAsOf("2026-02-18")).toEqual(["2025-10 1.5", "2025-11 2.0", "2025-12 3"]);
  const cells = (await createReader(store).read([key], day("2026-02-18"))).get(key);
  expect(cells?.map(({ knownFrom, line }) => [knownFrom, line])).toEqual([
    ["2026-02-18", 10],
    ["2026-01-15", 11],
    ["2026-02-18", 12],
  ]);
});

test("a period that a later vintage leaves out is withdrawn from that day on, within the periods it speaks about", async () => {
  await appendVintage(
    store,
    vintage("2026-01-15", { "2025-09": "0", "2025-10": "1", "2025-11": "2", "2025-12": "3" }),
  );
  await appendVintage(store, vintage("2026-02-18", { "2025-10": "1", "2025-12": "3" }));
  expect(await readAsOf("2026-02-17")).toHaveLength(4);
  expect(await readAsOf("2026-02-18")).toEqual(["2025-09 0", "2025-10 1", "2025-12 3"]);
  await appendVintage(
    store,
    vintage("2026-03-18", { "2025-10": "1", "2025-11": "2", "2025-12": "3" }),
  );
  expect(await readAsOf("2026-03-18")).toContain("2025-11 2");
});

test("nothing is known before the first vintage", async () => {
  await appendVintage(store, vintage("2026-01-15", { "2025-11": "2" }));
  expect(await readAsOf("2026-01-14")).toEqual([]);
});

test("a read is bounded by its range", async () => {
  await appendVintage(
    store,
    vintage("2026-01-15", { "2025-10": "1", "2025-11": "2", "2025-12": "3" }),
  );
  const period = "2025-11";
  if (!isPeriod(period)) throw new TypeError(period);
  const cells = await createReader(store).read([key, "no.such"], day("2026-01-15"), {
    from: period,
    to: period,
  });
  expect([...cells].map(([name, list]) => [name, list.length])).toEqual([
    [key, 1],
    ["no.such", 0],
  ]);
});

describe("the same again", () => {
  test("the same file on the same day changes nothing", async () => {
    await appendVintage(store, vintage("2026-01-15", { "2025-11": "2" }));
    const rows = await countRows();
    expect(await appendVintage(store, vintage("2026-01-15", { "2025-11": "2" }))).toEqual({
      outcome: "unchanged",
    });
    expect(await countRows()).toBe(rows);
  });

  test("another file for a day that is held is refused, and so is the same file for another day", async () => {
    await appendVintage(store, vintage("2026-01-15", { "2025-11": "2" }));
    expect(
      await appendVintage(store, vintage("2026-01-15", { "2025-11": "9" }, "other")),
    ).toMatchObject({ outcome: "refused" });
    expect(
      await appendVintage(store, vintage("2026-02-18", { "2025-11": "2" }, "2026-01-15")),
    ).toMatchObject({ outcome: "refused" });
    expect(await readAsOf("2026-12-31")).toEqual(["2025-11 2"]);
  });
});

test("an older vintage may come later, and what was read before reads the same", async () => {
  await appendVintage(store, vintage("2026-01-15", { "2025-10": "1", "2025-11": "2" }));
  await appendVintage(
    store,
    vintage("2026-03-18", { "2025-10": "1", "2025-11": "2", "2025-12": "3" }),
  );
  const [first, last] = [await readAsOf("2026-01-31"), await readAsOf("2026-03-18")];
  await appendVintage(
    store,
    vintage("2026-02-18", { "2025-10": "7", "2025-11": "2", "2025-12": "8", "2026-01": "9" }),
  );
  expect(await readAsOf("2026-01-31")).toEqual(first);
  expect(await readAsOf("2026-03-18")).toEqual(last);
  expect(await readAsOf("2026-02-18")).toEqual([
    "2025-10 7",
    "2025-11 2",
    "2025-12 8",
    "2026-01 9",
  ]);
});

test("a vintage whose cells name an undeclared series leaves the store as it was", async () => {
  await appendVintage(store, vintage("2026-01-15", { "2025-11": "2" }));
  const broken = vintage("2026-02-18", { "2025-12": "3" });
  const cells = broken.cells.map((cell) => ({ ...cell, key: "mfh.holdings.atlantis" }));
  await expect(appendVintage(store, { ...broken, cells })).rejects.toThrow("not declared");
  expect(await listVintages(store, "mfh")).toHaveLength(1);
  expect(await countRows()).toBe(1);
});

test("loads at the same time are taken one after the other", async () => {
  const dates = ["2026-01-15", "2026-02-18", "2026-03-18", "2026-04-15"];
  await Promise.all(
    dates.map((date, index) => appendVintage(store, vintage(date, { "2025-11": String(index) }))),
  );
  for (const [index, date] of dates.entries())
    expect(await readAsOf(date)).toEqual([`2025-11 ${index}`]);
});

test.each([
  "UPDATE observation SET value = 1",
  "DELETE FROM observation",
  "TRUNCATE observation",
  "DELETE FROM vintage",
])("the database itself refuses: %s", async (statement) => {
  await appendVintage(store, vintage("2026-01-15", { "2025-11": "2" }));
  await expect(store.prisma.$executeRawUnsafe(statement)).rejects.toThrow("only takes new rows");
  expect(await countRows()).toBe(1);
});
