import type { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addAllowances,
  forgetAllowances,
  openAllowances,
  readAllowances,
} from "#lib/store/allowance-rows";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { SharedAllowances, type CountPlace } from "../app/_http/shared-allowances.ts";

const limit = { most: 3, every: 20_000 };

let store: TestStore;
const pools: Pool[] = [];
beforeAll(async () => {
  store = await createTestStore();
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await store.close();
});

/** What a web process has of it: a connection, and a count of its own. */
function webProcess() {
  const pool = openAllowances(store.databaseUrl);
  pools.push(pool);
  const place: CountPlace = {
    add: (taken) => addAllowances(pool, taken),
    read: (since) => readAllowances(pool, since),
  };
  const shared = new SharedAllowances();
  const round = () => shared.round(place, () => performance.now());
  const take = (asker: string) => shared.of("check", limit).take(asker, performance.now()).wait;
  return { pool, round, take };
}

test("what one process gave, another knows a round later, and one that starts then at its first", async () => {
  const [first, second] = [webProcess(), webProcess()];
  await Promise.all([first.round(), second.round()]);
  for (let count = 0; count < 3; count++) expect(first.take("203.0.113.7")).toBe(0);
  await first.round();
  await second.round();
  expect(second.take("203.0.113.7")).toBeGreaterThan(15_000);
  expect(second.take("203.0.113.8")).toBe(0);
  const third = webProcess();
  await third.round();
  expect(third.take("203.0.113.7")).toBeGreaterThan(15_000);
});

test("what two give at once adds up, and neither waits for the other", async () => {
  const processes = [webProcess(), webProcess()];
  await Promise.all(processes.map(({ round }) => round()));
  const askers = Array.from({ length: 200 }, (_, index) => `198.51.100.${index}`);
  for (const { take } of processes) for (const asker of askers) take(asker);
  await Promise.all(processes.map(({ round }) => round()));
  await Promise.all(processes.map(({ round }) => round()));
  for (const { take } of processes) {
    expect(take("198.51.100.1")).toBe(0);
    expect(take("198.51.100.1")).toBeGreaterThan(0);
  }
});

test("what is being added to is not waited for, and stays", async () => {
  const [one, other] = [webProcess(), webProcess()];
  await addAllowances(one.pool, [{ asker: "busy", milliseconds: -60_000 }]);
  const client = await other.pool.connect();
  await client.query("BEGIN; SELECT FROM allowance WHERE asker = 'busy' FOR UPDATE");
  await forgetAllowances(one.pool);
  await client.query("COMMIT");
  client.release();
  const left = async () =>
    (await one.pool.query("SELECT FROM allowance WHERE asker = 'busy'")).rowCount;
  expect(await left()).toBe(1);
  await forgetAllowances(one.pool);
  expect(await left()).toBe(0);
});

test.each([
  "INSERT INTO allowance VALUES ($1, now(), now())",
  "INSERT INTO allowance_salt VALUES ('2026-01-02', $1)",
])("nothing long is kept: %s", async (statement) => {
  const { pool } = webProcess();
  await expect(pool.query(statement, ["a".repeat(65)])).rejects.toMatchObject({ code: "23514" });
});

test("no address is in the database, what came back is forgotten, and so is the salt of another day", async () => {
  const { pool } = webProcess();
  const kept = await pool.query<{ row: string }>("SELECT a::text AS row FROM allowance a");
  expect(kept.rows.length).toBeGreaterThan(200);
  for (const { row } of kept.rows) expect(row).not.toMatch(/203\.0\.113|198\.51\.100/);
  await pool.query("UPDATE allowance SET full_at = now() - interval '1 second'");
  await pool.query("INSERT INTO allowance_salt VALUES ('2026-01-01', 'old')");
  await forgetAllowances(pool);
  expect((await pool.query("SELECT FROM allowance")).rowCount).toBe(0);
  expect((await pool.query("SELECT FROM allowance_salt")).rowCount).toBe(1);
});
