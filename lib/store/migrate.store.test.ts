import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appendVintage } from "./append-vintage.ts";
import { exampleVintage } from "./example-vintage.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { createTestStore, type TestStore } from "./test-store.ts";

let store: TestStore;
let folder: string;
beforeEach(async () => {
  store = await createTestStore();
  folder = await mkdtemp(path.join(os.tmpdir(), "migrations-"));
  await cp("prisma/migrations", folder, { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await store.close();
});

async function addMigration(name: string, sql: string): Promise<void> {
  await cp(path.join(folder, "20261122000000_store"), path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

test("what is applied is not applied again, and leaves the row that Prisma expects", async () => {
  expect(await migrate(store.databaseUrl)).toEqual({ applied: [], ahead: [] });
  const rows = await store.prisma.$queryRaw`
    SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS finished
    FROM "_prisma_migrations" ORDER BY migration_name`;
  const names = (await readMigrations(folder)).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(2);
  expect(rows).toEqual(
    names.map((migration_name) => ({ migration_name, applied_steps_count: 1, finished: true })),
  );
});

test("a migration that fails half-way leaves nothing behind", async () => {
  await addMigration("20990101000000_broken", "CREATE TABLE half (id INT); SELECT 1 / 0;");
  await expect(migrate(store.databaseUrl, folder)).rejects.toThrow(
    "20990101000000_broken failed and was rolled back",
  );
  const tables = await store.prisma
    .$queryRaw`SELECT FROM information_schema.tables WHERE table_name = 'half'`;
  expect(tables).toEqual([]);
});

test("an applied migration that was edited is refused", async () => {
  await addMigration("20990101000000_more", "CREATE TABLE more (id INT);");
  await migrate(store.databaseUrl, folder);
  await writeFile(
    path.join(folder, "20990101000000_more/migration.sql"),
    "CREATE TABLE other (id INT);",
  );
  await expect(migrate(store.databaseUrl, folder)).rejects.toThrow("has been edited since");
});

test("two processes that migrate at once do not apply a migration twice", async () => {
  await addMigration("20990101000000_more", "CREATE TABLE more (id INT);");
  const results = await Promise.all([
    migrate(store.databaseUrl, folder),
    migrate(store.databaseUrl, folder),
  ]);
  expect(results.flatMap(({ applied }) => applied)).toEqual(["20990101000000_more"]);
});

test("an older build goes on with the database of a newer one, and knows it", async () => {
  await addMigration("20990101000000_more", 'ALTER TABLE "vintage" ADD COLUMN "more" TEXT;');
  await migrate(store.databaseUrl, folder);
  expect(await migrate(store.databaseUrl)).toEqual({
    applied: [],
    ahead: ["20990101000000_more"],
  });
  const vintage = exampleVintage("2026-02-18", { "mfh.holdings.japan": { "2025-12": "1" } });
  expect(await appendVintage(store, vintage)).toMatchObject({ outcome: "appended" });
});

test("an older build stops at a database of which the newer says that it cannot work with it", async () => {
  const sql = '-- Breaks older builds: values are in another table\nCREATE TABLE "more" ();';
  await addMigration("20990101000000_more", sql);
  await migrate(store.databaseUrl, folder);
  await expect(migrate(store.databaseUrl)).rejects.toThrow("Start the newer one");
});

test("a migration that is gone from the middle is no newer one", async () => {
  await rm(path.join(folder, "20261122120000_every_table"), { recursive: true });
  await expect(migrate(store.databaseUrl, folder)).rejects.toThrow("is not in prisma/migrations");
});
