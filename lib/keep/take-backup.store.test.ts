import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendVintage } from "#lib/store/append-vintage";
import { madeVintage } from "#lib/store/made-vintage";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { asked, createBackedUp, inProxy } from "./backup-for-tests.ts";
import { withScratchDatabase } from "./scratch-database.ts";
import { writeBackup } from "./write-backup.ts";

let backedUp: Awaited<ReturnType<typeof createBackedUp>>;
let store: TestStore;
let folder: string;
let file: string;
beforeAll(async () => {
  backedUp = await createBackedUp();
  ({ store, folder, file } = backedUp);
});
afterAll(() => backedUp.close());

test("taking one is refused over a file that is there", async () => {
  const before = await readFile(file);
  await expect(writeBackup(store.databaseUrl, file, { ...asked, verify: false })).rejects.toThrow(
    "never overwritten",
  );
  expect(await readFile(file)).toEqual(before);
});

test("taking one leaves nothing under its name where the connection ends, and drops what it tried out", async () => {
  const target = path.join(folder, "cut-off.sql.gz");
  for (const at of [3, 8, 12, 16, 20]) {
    const { failed } = await inProxy(store.databaseUrl, at, (url) =>
      writeBackup(url, target, { ...asked, verify: true }),
    );
    expect(failed, `piece ${at}`).toBe(true);
  }
  expect((await readdir(folder)).filter((name) => name.startsWith("cut-off"))).toEqual([]);
  // Whatever those left is dropped by the next, when the server has noticed that they are gone.
  const left = async () => {
    await withScratchDatabase(store.databaseUrl, () => Promise.resolve());
    const { rows } = await store.pool.query<object>(
      "SELECT FROM pg_database WHERE datname LIKE 'tickmark_scratch_%' AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = datname)",
    );
    return rows;
  };
  await expect.poll(left, { timeout: 10_000 }).toEqual([]);
});

test("taking one never overwrites a file that came to be meanwhile", async () => {
  const target = path.join(folder, "twice.sql.gz");
  const once = { ...asked, verify: false };
  const both = await Promise.allSettled([
    writeBackup(store.databaseUrl, target, once),
    writeBackup(store.databaseUrl, target, once),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused: unknown = both.find(({ status }) => status === "rejected");
  expect(refused).toHaveProperty("reason.message", expect.stringContaining("never overwritten"));
  expect((await readdir(folder)).filter((name) => name.startsWith("twice"))).toEqual([
    "twice.sql.gz",
  ]);
});

test("taking one says why a trial failed, also where what was tried out cannot be dropped", async () => {
  await expect(
    withScratchDatabase(store.databaseUrl, async () => {
      await store.pool.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'tickmark_scratch_%' AND datname = current_database()",
      );
      throw new Error("the very reason");
    }),
  ).rejects.toThrow("the very reason");
});

test("taking one says what is wrong where it cannot be written", async () => {
  const closed = path.join(folder, "closed");
  await writeFile(closed, "");
  await chmod(closed, 0o400);
  await expect(
    writeBackup(store.databaseUrl, path.join(closed, "x.sql.gz"), {
      ...asked,
      verify: false,
    }),
  ).rejects.toThrow(/could not be written: .* No backup was taken/);
});

test("taking one sees one state of the store, whatever is loaded meanwhile", async () => {
  const busy = await createTestStore();
  await appendVintage(busy, madeVintage("made", "first"));
  const target = path.join(folder, "busy.sql.gz");
  const [backup] = await Promise.all([
    writeBackup(busy.databaseUrl, target, { ...asked, verify: true }),
    appendVintage(busy, madeVintage("made", "later")),
  ]);
  const rows = new Map(backup.end.tables.map((table) => [table.name, table.rows]));
  expect([1, 2]).toContain(rows.get("vintage"));
  expect(rows.get("snapshot")).toBe(rows.get("vintage"));
  await busy.close();
});

test("taking one is refused when a trigger is out of force: what is restored would be another store", async () => {
  const bent = await createTestStore();
  await bent.pool.query("ALTER TABLE vintage DISABLE TRIGGER vintage_is_append_only");
  const target = path.join(folder, "bent.sql.gz");
  await expect(writeBackup(bent.databaseUrl, target, { ...asked, verify: true })).rejects.toThrow(
    /vintage_is_append_only .* D\n/,
  );
  await bent.close();
});

test("taking one leaves out a table that is not Tickmark's, and says so", async () => {
  const shared = await createTestStore();
  await shared.pool.query("CREATE TABLE stranger (id serial)");
  await shared.pool.query("INSERT INTO stranger DEFAULT VALUES");
  await shared.pool.query("CREATE FUNCTION theirs() RETURNS int LANGUAGE sql AS 'SELECT 1'");
  const target = path.join(folder, "shared.sql.gz");
  const { strangers, end } = await writeBackup(shared.databaseUrl, target, {
    ...asked,
    verify: true,
  });
  expect(strangers).toEqual(["stranger"]);
  expect(end.sequences.map(({ name }) => name)).not.toContain("stranger_id_seq");
  await shared.close();
});
