import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startThrowAwayCluster, type Cluster } from "../../scripts/cluster.ts";
import { appendVintage } from "./append-vintage.ts";
import { startCountingProxy, type CountingProxy } from "./counting-proxy.ts";
import { madeVintage } from "./made-vintage.ts";
import { migrate } from "./migrate.ts";
import { openStore, type Store } from "./store.ts";
import { createTestStore, type TestStore } from "./test-store.ts";

// Wherever a load is broken off, the store is as it was or has the vintage whole. A dead process and a dead server look the
// same from the other side, a connection that ends; so it is ended at every piece that a load sends. Then processes and
// servers are really killed, at a few points.

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
});
afterAll(() => store.close());

/** All that the store has of a release, as one text. Waits for the end of any load at work. */
async function contents(databaseUrl: string, release: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN; SELECT pg_advisory_xact_lock(hashtext('tickmark.append'))");
    const { rows } = await client.query<{ text: string }>(
      `SELECT jsonb_build_array(
         (SELECT md5(string_agg(o::text, ',' ORDER BY o.series_id, o.period, o.vintage_date)) FROM observation o
            JOIN series s ON s.id = o.series_id WHERE s.release_slug = $1),
         (SELECT count(*) FROM observation o JOIN series s ON s.id = o.series_id WHERE s.release_slug = $1),
         (SELECT jsonb_agg(to_jsonb(v) - 'loaded_at' ORDER BY v.date) FROM vintage v WHERE v.release_slug = $1),
         (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.vintage_date, c.section, c.first_period) FROM coverage c WHERE c.release_slug = $1),
         (SELECT jsonb_agg(to_jsonb(b) - 'id' ORDER BY b.id) FROM violation b WHERE b.release_slug = $1),
         (SELECT jsonb_agg(to_jsonb(f) ORDER BY f.sha256) FROM snapshot f WHERE f.release_slug = $1)
       )::text AS text`,
      [release],
    );
    await client.query("COMMIT");
    return rows[0]?.text ?? "";
  } finally {
    await client.end();
  }
}

interface Broken {
  readonly before: string;
  readonly after: string;
  readonly failed: boolean;
  readonly pieces: number;
}

/** Loads the later vintage of a release that has the first, through a proxy that may end it. */
async function loadThrough(
  proxied: (target: string) => Promise<CountingProxy>,
  held: Store & { readonly databaseUrl: string },
  release: string,
): Promise<Broken> {
  await appendVintage(held, madeVintage(release, "first"));
  const before = await contents(held.databaseUrl, release);
  const proxy = await proxied(held.databaseUrl);
  const loading = openStore(proxy.databaseUrl, 1);
  let failed = false;
  try {
    await appendVintage(loading, madeVintage(release, "later"));
  } catch {
    failed = true;
  }
  if (failed) await untilItAnswers(held.databaseUrl);
  const pieces = proxy.pieces();
  await proxy.close();
  await loading.close();
  return { before, after: await contents(held.databaseUrl, release), failed, pieces };
}

/** What the store has when nothing disturbs: releases differ in their names only. */
async function expectWholeAfterRetry(
  held: Store & { readonly databaseUrl: string },
  release: string,
): Promise<void> {
  const again = await appendVintage(held, madeVintage(release, "later"));
  expect(["appended", "unchanged"]).toContain(again.outcome);
  const kept = await contents(held.databaseUrl, release);
  expect(await appendVintage(held, madeVintage(release, "later"))).toEqual({
    outcome: "unchanged",
  });
  expect(await contents(held.databaseUrl, release)).toBe(kept);
  const { rows } = await held.pool.query<{ appended: number; rows: string; broken: string }>(
    `SELECT v.appended, (SELECT count(*) FROM observation o JOIN series s ON s.id = o.series_id
        WHERE s.release_slug = $1 AND o.vintage_date = v.date) AS rows,
       (SELECT count(*) FROM violation b WHERE b.release_slug = $1) AS broken
     FROM vintage v WHERE v.release_slug = $1 AND v.date = '2026-02-18'`,
    [release],
  );
  expect(rows).toEqual([{ appended: wholeRows, rows: String(wholeRows), broken: "1" }]);
}

/** Rows that the later made vintage adds: set by the first test, which nothing breaks. */
let wholeRows = 0;
let wholePieces = 0;

test("a load that nothing breaks is there, every row of it", async () => {
  const { before, after, failed, pieces } = await loadThrough(
    (target) => startCountingProxy(target, {}),
    store,
    "whole",
  );
  expect(failed).toBe(false);
  expect(after).not.toBe(before);
  wholePieces = pieces;
  const { rows } = await store.pool.query<{ appended: number }>(
    "SELECT appended FROM vintage WHERE release_slug = 'whole' AND date = '2026-02-18'",
  );
  wholeRows = rows[0]?.appended ?? 0;
  expect(wholeRows).toBeGreaterThan(500);
  expect(wholePieces).toBeGreaterThan(12);
});

test.each([
  ["after", 1],
  ["before", 3],
] as const)(
  "the connection may end %s any piece",
  async (when, step) => {
    const kept: number[] = [];
    for (let at = 1; at <= wholePieces; at += step) {
      const release = `cut-${when}-${at}`;
      const end = (piece: number, proxy: CountingProxy) => {
        if (piece === at) proxy.cut();
      };
      const { before, after, failed } = await loadThrough(
        (target) => startCountingProxy(target, { [when]: end }),
        store,
        release,
      );
      if (after !== before) kept.push(at);
      else expect(failed, `piece ${at}`).toBe(true);
      await expectWholeAfterRetry(store, release);
    }
    // Only the COMMIT can have been obeyed without an answer.
    expect(kept.filter((at) => at < wholePieces - 1)).toEqual([]);
  },
  240_000,
);

test("the loading process may be killed at any point", async () => {
  const points = [2, 6, 10, Math.ceil(wholePieces / 2), wholePieces - 3, wholePieces - 1];
  for (const at of points) {
    const release = `killed-${at}`;
    await appendVintage(store, madeVintage(release, "first"));
    const before = await contents(store.databaseUrl, release);
    const started: { kill?: () => void } = {};
    const proxy = await startCountingProxy(store.databaseUrl, {
      after: (piece) => {
        if (piece === at) started.kill?.();
      },
    });
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "lib/store/load-made.ts", proxy.databaseUrl, release],
      { stdio: "ignore" },
    );
    started.kill = () => child.kill("SIGKILL");
    await once(child, "exit");
    expect(child.signalCode, `piece ${at}`).toBe("SIGKILL");
    await proxy.close();
    const after = await contents(store.databaseUrl, release);
    if (at < wholePieces - 1) expect(after, `piece ${at}`).toBe(before);
    await expectWholeAfterRetry(store, release);
  }
}, 240_000);

test("the server may crash at any point, and recovers with all or nothing", async () => {
  const cluster = await startThrowAwayCluster();
  try {
    await migrate(cluster.url);
    for (const at of [5, 10, Math.ceil(wholePieces / 2), wholePieces - 2]) {
      await crashAt(at, cluster);
    }
  } finally {
    await cluster.stop();
  }
}, 240_000);

async function crashAt(at: number, cluster: Cluster): Promise<void> {
  const release = `crash-${at}`;
  const observer = openStore(cluster.url, 1);
  const held = { ...observer, databaseUrl: cluster.url };
  let crashed = false;
  const { before, after } = await loadThrough(
    (target) =>
      startCountingProxy(target, {
        after: async (piece) => {
          if (piece !== at) return;
          const { rows } = await observer.pool.query<{ pid: number }>(
            `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
               AND backend_type = 'client backend'`,
          );
          // One backend that is killed takes the whole server through crash recovery.
          for (const { pid } of rows) process.kill(pid, "SIGKILL");
          crashed = rows.length > 0;
        },
      }),
    held,
    release,
  );
  expect(crashed).toBe(true);
  expect(after, `piece ${at}`).toBe(before);
  await expectWholeAfterRetry(held, release);
  await observer.close();
}

/** Until it has answered for a while: a server takes a moment to notice that one of its processes was killed. */
async function untilItAnswers(databaseUrl: string): Promise<void> {
  for (let attempt = 1, answers = 0; answers < 3; attempt++) {
    answers = (await answersNow(databaseUrl)) ? answers + 1 : 0;
    if (attempt > 400) throw new Error("The server does not come back");
    if (answers < 3) await sleep(30);
  }
}

async function answersNow(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
