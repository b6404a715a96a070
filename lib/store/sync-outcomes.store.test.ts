import { afterAll, beforeAll, expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { listSyncOutcomes, recordSyncOutcome } from "./sync-outcomes.ts";
import { createTestStore, type TestStore } from "./test-store.ts";
import { watchQueries } from "./watch-queries.ts";

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
});
afterAll(() => store.close());

const vintage = "2026-07-14";
if (!isVintageDate(vintage)) throw new TypeError("No such day");

test("the last outcome of each release is kept, with when a file was last good", async () => {
  const [first, second] = [new Date("2026-07-14T20:01:00Z"), new Date("2026-07-14T20:02:00Z")];
  const slt3 = { release: "slt3", vintage: null, reason: null };
  await recordSyncOutcome(store, { ...slt3, at: first, outcome: "loaded", vintage });
  await recordSyncOutcome(store, {
    ...{ release: "mfh", vintage: null, at: first, outcome: "refused", reason: "x".repeat(900) },
  });
  const failed = { at: second, outcome: "failed", reason: "no answer" } as const;
  await recordSyncOutcome(store, { ...slt3, ...failed });
  expect(await listSyncOutcomes(store)).toEqual([
    {
      ...{ release: "mfh", at: first, outcome: "refused", vintage: null, goodAt: null },
      reason: "x".repeat(500),
    },
    { ...slt3, ...failed, goodAt: first },
  ]);
  await recordSyncOutcome(store, { ...slt3, at: second, outcome: "held", vintage });
  expect(await listSyncOutcomes(store)).toMatchObject([
    {},
    { release: "slt3", outcome: "held", vintage, goodAt: second, reason: null },
  ]);
});

test("queries can be watched, by Prisma too, without their words", async () => {
  const names: string[] = [];
  watchQueries(store, async (name, query) => {
    names.push(name);
    return query();
  });
  await store.pool.query({ name: "of-ours", text: "SELECT 1" });
  await store.pool.query("SELECT 'what a reader typed'");
  const called = new Promise((resolve) => store.pool.query("SELECT 3", resolve));
  await called;
  expect(names).toEqual(["of-ours", "query"]);
  await store.prisma.release.findMany();
  expect(names.length).toBeGreaterThan(2);
  await expect(store.pool.query("SELECT nothing")).rejects.toThrow("nothing");
  expect(names.join(" ")).not.toContain("typed");
});
