import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isPeriod } from "#lib/series/period";
import { appendVintage } from "./append-vintage.ts";
import { day, exampleVintage } from "./example-vintage.ts";
import { createReader } from "./reader.ts";
import { createTestStore, type TestStore } from "./test-store.ts";
import { listVintages } from "./vintage-rows.ts";

const key = "mfh.holdings.japan";

/** A vintage of one series; the figures are by period, `n.a.` for a missing one. */
function vintage(
  date: string,
  figures: Record<string, string>,
  details: { bytes?: string; note?: string } = {},
) {
  return exampleVintage(date, { [key]: figures }, details);
}

/** The same with a second series, which has every month: what the first leaves out is then left out of the vintage's run. */
function beside(date: string, figures: Record<string, string>) {
  const whole = { "2025-10": "7", "2025-11": "7", "2025-12": "7" };
  return exampleVintage(date, { [key]: figures, "mfh.holdings.belgium": whole });
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
  expect(result).toMatchObject({ appended: 2, added: 1, revised: 1, withdrawn: 0 });
  expect(await readAsOf("2026-01-31")).toEqual(["2025-10 1", "2025-11 2.0"]);
  expect(await readAsOf("2026-02-18")).toEqual(["2025-10 1.5", "2025-11 2.0", "2025-12 3"]);
  const cells = (await createReader(store).read([key], day("2026-02-18"))).get(key);
  expect(cells?.map(({ knownFrom, line }) => [knownFrom, line])).toEqual([
    ["2026-02-18", 10],
    ["2026-01-15", 11],
    ["2026-02-18", 12],
  ]);
});

test("a period that a later vintage leaves out is withdrawn from that day on, and may come back", async () => {
  const all = { "2025-10": "1", "2025-11": "2", "2025-12": "3" };
  const gap = { "2025-10": "1", "2025-12": "3" };
  await appendVintage(store, beside("2026-01-15", all));
  expect(await appendVintage(store, beside("2026-02-18", gap))).toMatchObject({ withdrawn: 1 });
  expect(await readAsOf("2026-02-17")).toHaveLength(3);
  expect(await readAsOf("2026-02-18")).toEqual(["2025-10 1", "2025-12 3"]);
  expect(await appendVintage(store, beside("2026-03-18", all))).toMatchObject({
    appended: 1,
    added: 1,
  });
  expect(await readAsOf("2026-03-18")).toContain("2025-11 2");
});

test("what is withdrawn already is not withdrawn again", async () => {
  await appendVintage(
    store,
    beside("2026-01-15", { "2025-10": "1", "2025-11": "2", "2025-12": "3" }),
  );
  await appendVintage(store, beside("2026-02-18", { "2025-10": "1", "2025-12": "3" }));
  expect(
    await appendVintage(store, beside("2026-03-18", { "2025-10": "1", "2025-12": "4" })),
  ).toMatchObject({ appended: 1, withdrawn: 0 });
  expect(await countRows()).toBe(8);
});

test("a withdrawn observation that comes back as not available is missing, and no longer withdrawn", async () => {
  await appendVintage(
    store,
    beside("2026-01-15", { "2025-10": "1", "2025-11": "2", "2025-12": "3" }),
  );
  await appendVintage(store, beside("2026-02-18", { "2025-10": "1", "2025-12": "3" }));
  await appendVintage(
    store,
    beside("2026-03-18", { "2025-10": "1", "2025-11": "n.a.", "2025-12": "3" }),
  );
  expect(await readAsOf("2026-03-18")).toEqual(["2025-10 1", "2025-11 n.a.", "2025-12 3"]);
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
      await appendVintage(store, vintage("2026-01-15", { "2025-11": "9" }, { bytes: "other" })),
    ).toMatchObject({ outcome: "refused" });
    expect(
      await appendVintage(
        store,
        vintage("2026-02-18", { "2025-11": "2" }, { bytes: "2026-01-15" }),
      ),
    ).toMatchObject({ outcome: "refused" });
    expect(await readAsOf("2026-12-31")).toEqual(["2025-11 2"]);
  });
});

describe("an older vintage may come later", () => {
  test("and what was read before reads the same", async () => {
    await appendVintage(store, vintage("2026-01-15", { "2025-10": "1", "2025-11": "2" }));
    await appendVintage(
      store,
      vintage("2026-03-18", { "2025-10": "1", "2025-11": "2", "2025-12": "3" }),
    );
    const [first, last] = [await readAsOf("2026-01-31"), await readAsOf("2026-03-18")];
    await appendVintage(
      store,
      vintage("2026-02-18", { "2025-10": "7", "2025-11": "2", "2025-12": "8" }),
    );
    expect(await readAsOf("2026-01-31")).toEqual(first);
    expect(await readAsOf("2026-03-18")).toEqual(last);
    expect(await readAsOf("2026-02-18")).toEqual(["2025-10 7", "2025-11 2", "2025-12 8"]);
  });

  test("and a newer one does not withdraw a period that it never spoke about", async () => {
    await appendVintage(store, vintage("2026-06-18", { "2025-01": "1", "2025-02": "2" }));
    await appendVintage(store, vintage("2026-02-18", { "2024-12": "5", "2025-01": "1" }));
    expect(await readAsOf("2026-06-18")).toEqual(["2024-12 5", "2025-01 1", "2025-02 2"]);
  });
});

describe("a vintage that looks truncated beside the one before it is refused", () => {
  const whole = { "2025-10": "1", "2025-11": "2", "2025-12": "3" };

  test.each([
    ["without its newest month", { "2025-10": "7", "2025-11": "2" }],
    ["without its oldest month", { "2025-11": "7", "2025-12": "3" }],
  ])("%s", async (_, figures) => {
    await appendVintage(store, vintage("2026-02-18", whole));
    const result = await appendVintage(store, vintage("2026-03-18", figures));
    expect(result).toMatchObject({ outcome: "refused" });
    expect(result.outcome === "refused" && result.reason).toContain("truncated");
    expect(await readAsOf("2026-03-18")).toHaveLength(3);
    expect(await listVintages(store, "mfh")).toHaveLength(1);
  });

  test("and an older one is compared with the vintage before it by date, not with the newest", async () => {
    await appendVintage(store, vintage("2026-01-15", { "2025-10": "1", "2025-11": "2" }));
    await appendVintage(store, vintage("2026-03-18", whole));
    expect(
      await appendVintage(store, vintage("2026-02-18", { "2025-10": "7", "2025-11": "2" })),
    ).toMatchObject({ outcome: "appended" });
  });
});

describe("a vintage that changes nothing", () => {
  test("is refused, and leaves no trace", async () => {
    await appendVintage(store, vintage("2026-01-15", { "2025-11": "2.0" }));
    const result = await appendVintage(store, vintage("2026-02-18", { "2025-11": "2" }));
    expect(result).toMatchObject({ outcome: "refused" });
    expect(result.outcome === "refused" && result.reason).toContain("--note");
    expect(await store.prisma.snapshot.count()).toBe(1);
    expect(await listVintages(store, "mfh")).toHaveLength(1);
  });

  test("is kept when a note says why", async () => {
    await appendVintage(store, vintage("2026-01-15", { "2025-11": "2" }));
    expect(
      await appendVintage(
        store,
        vintage("2026-02-18", { "2025-11": "2" }, { note: "Published unchanged" }),
      ),
    ).toMatchObject({ outcome: "appended", appended: 0 });
    expect(await listVintages(store, "mfh")).toHaveLength(2);
  });
});

test("the revisions that change a value most are named, the largest first", async () => {
  await appendVintage(
    store,
    vintage("2026-01-15", { "2025-10": "1", "2025-11": "20", "2025-12": "3" }),
  );
  const result = await appendVintage(
    store,
    vintage("2026-02-18", { "2025-10": "1.5", "2025-11": "9", "2025-12": "n.a.", "2026-01": "99" }),
  );
  expect(result.outcome === "appended" && result.largestRevisions).toEqual([
    { key, period: "2025-11", before: "20", after: "9" },
    { key, period: "2025-10", before: "1", after: "1.5" },
    { key, period: "2025-12", before: "3", after: null },
  ]);
});

test("a vintage whose cells name an undeclared series leaves the store as it was", async () => {
  await appendVintage(store, vintage("2026-01-15", { "2025-11": "2" }));
  const broken = vintage("2026-02-18", { "2025-11": "2", "2025-12": "3" });
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

test("the same vintage three times at once is appended once", async () => {
  const results = await Promise.all(
    [1, 2, 3].map(() => appendVintage(store, vintage("2026-01-15", { "2025-11": "2" }))),
  );
  expect(results.map(({ outcome }) => outcome).sort()).toEqual([
    "appended",
    "unchanged",
    "unchanged",
  ]);
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
