import { appendFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCatalogue } from "#lib/sources/catalogue";
import { wholeCatalogue } from "#lib/sources/fixtures/small-catalogue";
import { madeMfhhis01 } from "#lib/sources/mfh/made-mfhhis01";
import { hashOf } from "#lib/sources/seed";
import { appendVintage } from "#lib/store/append-vintage";
import { day, exampleVintage } from "#lib/store/example-vintage";
import { loadFile } from "#lib/store/load-file";
import { loadSeed } from "#lib/store/load-seed";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { keepSnapshot } from "#lib/sync/snapshots";
import { checkSeries } from "./check-series.ts";
import { checkRebuild } from "./rebuild-store.ts";
import { strayFigures } from "./stray-figures.ts";
import { checkSchema, checkSnapshots, checkVintages } from "./verify-store.ts";
import type { KeptFiles } from "./vintage-files.ts";

const migrations = path.resolve("prisma/migrations");
const bytes = Buffer.from(madeMfhhis01(wholeCatalogue(), 2003, 1).join("\r\n"));

let store: TestStore;
let folder: string;
let files: KeptFiles;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "verify-"));
  const catalogue = loadCatalogue();
  if (!catalogue.ok) throw new Error("The catalogue cannot be read");
  files = {
    seed: path.join(folder, "seed"),
    snapshots: path.join(folder, "snapshots"),
    catalogue: catalogue.value,
  };
  await cp("prisma/seed/slt5", path.join(files.seed, "slt5"), { recursive: true });
  store = await createTestStore();
  await loadSeed(store.databaseUrl, files.seed);
  await keepSnapshot(files.snapshots, bytes);
  const origin = { name: "f.txt", released: day("2026-05-18"), retrieved: null, note: null };
  expect(await loadFile(store, files.catalogue, bytes, origin)).toMatchObject({ ok: true });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const look = () => checkVintages(store, files, () => undefined);

/** Changes the store as only its owner can, past the triggers, looks, and changes it back. */
async function changed(table: string, change: string, back: string) {
  const past = (sql: string) =>
    store.pool.query(
      `BEGIN; ALTER TABLE ${table} DISABLE TRIGGER ALL; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER ALL; COMMIT`,
    );
  await past(change);
  const result = await look();
  await past(back);
  return result.findings;
}

test("a store that is what its files say has no finding, and names what it looked at", async () => {
  const told: string[] = [];
  const result = await checkVintages(store, files, (vintage) => told.push(vintage));
  expect(result).toMatchObject({ findings: [], notices: [] });
  expect(result.looked).toMatch(/^2 of 2 vintages, [\d,]+ figures$/);
  expect(told).toEqual(["slt5 2026-06-18", "mfh 2026-05-18"]);
  expect((await checkSchema(store, migrations)).findings).toEqual([]);
  expect((await checkSnapshots(files.snapshots)).findings).toEqual([]);
});

const japan =
  "series_id = (SELECT id FROM series WHERE key = 'slt5.holdings.japan') AND period = '2025-12'";

test.each([
  ["a figure", "value = value + 1", "value = value - 1"],
  ["its place", "source_line = source_line + 1", "source_line = source_line - 1"],
])("%s that was changed is found, with what it should be", async (_, change, back) => {
  const findings = await changed(
    "observation",
    `UPDATE observation SET ${change} WHERE ${japan}`,
    `UPDATE observation SET ${back} WHERE ${japan}`,
  );
  expect(findings).toMatchObject([{ where: "slt5.holdings.japan 2025-12 as of 2026-06-18" }]);
  expect(findings[0]?.expected).toMatch(/^1185\.5 \(line \d+, column \d+\)$/);
});

test("a figure that is gone, and one too many, are found", async () => {
  const kept = "CREATE TABLE aside AS SELECT * FROM observation WHERE " + japan;
  const gone = await changed(
    "observation",
    `${kept}; DELETE FROM observation WHERE ${japan}`,
    "INSERT INTO observation SELECT * FROM aside; DROP TABLE aside",
  );
  expect(gone).toMatchObject([{ found: "nothing" }]);
  const columns = "series_id, period, vintage_date, value, status";
  const extra = await changed(
    "observation",
    `INSERT INTO observation (${columns}) SELECT id, '2025-11', '2026-05-18', 1, 'normal' FROM series WHERE key = 'slt5.holdings.japan';
     INSERT INTO series SELECT (jsonb_populate_record(s, '{"id": 999999, "key": "slt5.holdings.nowhere"}')).* FROM series s WHERE key = 'slt5.holdings.japan';
     INSERT INTO observation (${columns}) VALUES (999999, '2025-11', '2026-06-18', 1, 'normal')`,
    `DELETE FROM observation WHERE series_id = 999999 OR (vintage_date = '2026-05-18' AND value = 1 AND ${japan.replace("12", "11")});
     ALTER TABLE series DISABLE TRIGGER ALL; DELETE FROM series WHERE id = 999999; ALTER TABLE series ENABLE TRIGGER ALL`,
  );
  expect(extra).toMatchObject([
    { where: "slt5.holdings.nowhere 2025-11 as of 2026-06-18", expected: "nothing", found: "1" },
    { where: "slt5 2026-05-18", found: "1, slt5.holdings.japan 2025-11 first" },
  ]);
});

test.each([
  ["a period that its vintage does not speak about", "2024-01", "2026-06-18", "does not speak"],
  ["a day on which there is no vintage", "2026-01", "2026-06-19", "has no vintage of that day"],
])("a figure that was only added, of %s, is found", async (_, period, date, says) => {
  const columns = "series_id, period, vintage_date, value, status";
  const of = "series_id = (SELECT id FROM series WHERE key = 'slt5.holdings.japan')";
  await store.pool.query(
    `INSERT INTO observation (${columns}) SELECT id, '${period}', '${date}', 1, 'normal' FROM series WHERE key = 'slt5.holdings.japan'`,
  );
  const findings = await changed(
    "observation",
    "SELECT",
    `DELETE FROM observation WHERE ${of} AND period = '${period}' AND vintage_date = '${date}'`,
  );
  expect(findings).toMatchObject([
    { where: `slt5 ${date}`, found: `1, slt5.holdings.japan ${period} first` },
  ]);
  expect(findings[0]?.expected).toContain(says);
});

test("what was withdrawn, said again for an older vintage, or is of a section is no stray", async () => {
  const own = await createTestStore();
  const section = (key: string) => (key.endsWith("japan") ? "yearly" : "");
  const load = (date: string, months: Record<string, string>, years: Record<string, string>) =>
    appendVintage(
      own,
      exampleVintage(
        date,
        { "mfh.holdings.china": months, "mfh.holdings.japan": years },
        { section, note: "made" },
      ),
    );
  const years = { "2023": "1", "2024": "2" };
  await load("2026-01-15", { "2025-10": "1", "2025-11": "2" }, years);
  await load("2026-03-15", { "2025-10": "1", "2025-11": "n.a.", "2025-12": "3" }, years);
  await load("2026-02-15", { "2025-10": "5", "2025-11": "6" }, { "2023": "7", "2024": "2" });
  expect(await strayFigures(own)).toEqual([]);
  await own.pool.query(
    "INSERT INTO observation (series_id, period, vintage_date, value, status) SELECT id, '2025-11', '2026-01-15', 1, 'normal' FROM series WHERE key = 'mfh.holdings.japan'",
  );
  expect(await strayFigures(own)).toMatchObject([
    { where: "mfh 2026-01-15", found: "1, mfh.holdings.japan 2025-11 first" },
  ]);
  await own.close();
});

test("periods that were changed are found", async () => {
  const of = "WHERE release_slug = 'slt5'";
  const findings = await changed(
    "coverage",
    `UPDATE coverage SET last_period = '2026-05' ${of}`,
    `UPDATE coverage SET last_period = '2026-04' ${of}`,
  );
  expect(findings).toMatchObject([
    { where: "slt5 2026-06-18, periods", expected: "2025-04..2026-04", found: "2025-04..2026-05" },
  ]);
});

test("what is recorded as not adding up, and does, is found", async () => {
  const findings = await changed(
    "violation",
    `INSERT INTO violation (release_slug, vintage_date, identity, series_key, period, found, expected, tolerance, acknowledged, source_line, source_column)
     VALUES ('slt5', '2026-06-18', 'a = b', 'slt5.holdings.japan', '2025-12', 1, 2, 0, false, 1, 1)`,
    "DELETE FROM violation WHERE identity = 'a = b'",
  );
  expect(findings).toMatchObject([{ expected: "nothing" }]);
  expect(findings[0]?.found).toContain("a = b");
});

test("a trigger that is out of force is found", async () => {
  await store.pool.query("ALTER TABLE vintage DISABLE TRIGGER vintage_is_append_only");
  const { findings } = await checkSchema(store, migrations);
  await store.pool.query("ALTER TABLE vintage ENABLE TRIGGER vintage_is_append_only");
  expect(findings).toMatchObject([{ where: "trigger vintage_is_append_only", found: "disabled" }]);
});

test("a trigger that was dropped is found", async () => {
  const own = await createTestStore();
  await own.pool.query("DROP TRIGGER observation_is_append_only ON observation");
  const { findings } = await checkSchema(own, migrations);
  const rebuilt = await checkRebuild(own.databaseUrl, own, files, migrations);
  await own.close();
  expect(findings).toMatchObject([
    { where: "trigger observation_is_append_only", found: "not there" },
  ]);
  expect(rebuilt.findings).toMatchObject([{ where: "tables", found: "not there" }]);
  expect(rebuilt.findings[0]?.expected).toContain("trigger CREATE TRIGGER observation_is_append");
});

test("a key that was given another unit is found", async () => {
  const result = await checkSeries(store, files.catalogue);
  expect(result.findings).toEqual([]);
  expect(result.looked).toMatch(/^\d+ series of the catalogue$/);
  const where = "WHERE key = 'slt5.holdings.japan'";
  await store.pool.query(`UPDATE series SET unit = 'EUR', multiplier = 6 ${where}`);
  const { findings } = await checkSeries(store, files.catalogue);
  await store.pool.query(`UPDATE series SET unit = 'USD', multiplier = 9 ${where}`);
  expect(findings).toMatchObject([
    { where: "slt5.holdings.japan, unit", expected: "USD", found: "EUR" },
    { where: "slt5.holdings.japan, multiplier", expected: "9", found: "6" },
  ]);
});

test("bytes and seeds that were changed are found; of a file that is gone it is said", async () => {
  const file = path.join(files.snapshots, hashOf(bytes));
  await appendFile(file, "x");
  expect((await checkSnapshots(files.snapshots)).findings).toMatchObject([{ where: file }]);
  expect((await look()).notices).toEqual([expect.stringContaining("only backups have it")]);
  const { findings } = await checkRebuild(store.databaseUrl, store, files, migrations);
  expect(findings).toMatchObject([{ where: "mfh 2026-05-18", found: "no file to make it from" }]);
  await writeFile(file, bytes);
  const table = path.join(files.seed, "slt5/2026-06-18/bills.csv");
  await appendFile(table, "x\n");
  const found = (await look()).findings;
  await cp("prisma/seed/slt5", path.join(files.seed, "slt5"), { recursive: true });
  expect(found.map((one) => one.found)).toEqual([expect.stringContaining("wrong-hash")]);
});

test("the store can be made anew from seed and kept files, to the same content hash", async () => {
  const result = await checkRebuild(store.databaseUrl, store, files, migrations);
  expect(result.findings).toEqual([]);
  expect(result.looked).toMatch(/^content hash [0-9a-f]{64}$/);
});
