import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendVintage } from "#lib/store/append-vintage";
import { day, exampleVintage } from "#lib/store/example-vintage";
import { loadSeed } from "#lib/store/load-seed";
import { migrate, readMigrations } from "#lib/store/migrate";
import { createReader } from "#lib/store/reader";
import { openStore } from "#lib/store/store";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { hashContent } from "./content-hash.ts";
import { withStillStore } from "./keeping-session.ts";
import { restoreBackup } from "./restore-backup.ts";
import { listSchemaFacts } from "./schema-facts.ts";
import { withScratchDatabase } from "./scratch-database.ts";

// A store that an earlier build filled, at each migration that there ever was, brought up to today's: it must be the store that
// today's build makes of the same files. Migrations that come after the newest kept store are stopped at as well.

const migrations = path.resolve("prisma/migrations");
const fixtures = path.resolve("lib/keep/fixtures");
const names = (await readMigrations(migrations)).map(({ name }) => name);
const kept = (await readdir(fixtures))
  .filter((name) => name.endsWith(".sql.gz"))
  .map((name) => path.basename(name, ".sql.gz"))
  .sort();

let folder: string;
const made = new Map<string, TestStore>();

/** The seed folders of these releases alone. */
async function seedOf(releases: readonly string[]): Promise<string> {
  const seed = path.join(folder, releases.join("-"));
  for (const release of releases)
    await cp(path.join("prisma/seed", release), path.join(seed, release), { recursive: true });
  return seed;
}

/** The newest kept store that is no newer than a migration, and what was loaded into it. */
function keptFor(migration: string) {
  const backup = kept.filter((name) => name <= migration).at(-1) ?? "";
  return { backup, releases: backup === names[0] ? ["mfh"] : ["mfh", "slt5"] };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "upgrade-"));
  for (const releases of [["mfh"], ["mfh", "slt5"]]) {
    const store = await createTestStore();
    made.set(releases.join(), store);
    await loadSeed(store.databaseUrl, await seedOf(releases));
  }
});
afterAll(async () => {
  for (const store of made.values()) await store.close();
  await rm(folder, { recursive: true });
});

function madeNow(releases: readonly string[]): TestStore {
  const store = made.get(releases.join());
  if (!store) throw new Error(`No store of ${releases.join()} was made`);
  return store;
}

/** The migrations up to one, as a folder. */
async function migrationsUpTo(last: string): Promise<string> {
  const to = path.join(folder, `up-to-${last}`);
  for (const name of names.filter((one) => one <= last))
    await cp(path.join(migrations, name), path.join(to, name), { recursive: true });
  return to;
}

async function answersOf(databaseUrl: string) {
  const store = openStore(databaseUrl, 1);
  try {
    const reader = createReader(store);
    const keys = ["mfh.holdings.japan", "mfh.holdings.grand-total", "mfh.bills.grand-total"];
    return [await reader.read(keys, day("2026-02-18")), await reader.read(keys, day("2026-06-18"))];
  } finally {
    await store.close();
  }
}

test("stores of the first migrations are kept, as they were made then", () => {
  expect(kept.length).toBeGreaterThan(2);
  expect(kept).toEqual(names.slice(0, kept.length));
});

describe.each(names)("a store at %s", (migration) => {
  test("becomes, file by file, the store that is made now", { timeout: 120_000 }, async () => {
    const { backup, releases } = keptFor(migration);
    const now = madeNow(releases);
    await withScratchDatabase(now.databaseUrl, async (url) => {
      await restoreBackup(url, path.join(fixtures, `${backup}.sql.gz`), {
        ...{ migrations, asItWas: true },
      });
      await migrate(url, await migrationsUpTo(migration));
      await migrate(url, migrations);
      const known = await readMigrations(migrations);
      const factsOf = (of: string) =>
        withStillStore(of, (client) => listSchemaFacts(client, known));
      expect(await factsOf(url)).toEqual(await factsOf(now.databaseUrl));
      const hash = await withStillStore(url, hashContent);
      expect(hash.vintages.length).toBeGreaterThan(1);
      expect(hash).toEqual(await withStillStore(now.databaseUrl, hashContent));
      expect(await answersOf(url)).toEqual(await answersOf(now.databaseUrl));
      const seed = path.join(folder, releases.join("-"));
      expect((await loadSeed(url, seed)).loaded).toEqual([]);
      const store = openStore(url, 1);
      const next = exampleVintage(
        "2026-07-20",
        { "next.holdings.japan": { "2026-05": "1" } },
        { release: "next" },
      );
      expect(await appendVintage(store, next)).toMatchObject({ outcome: "appended" });
      await store.close();
    });
  });
});

test("a backup of an earlier build is restored and brought up in one go", async () => {
  const now = madeNow(["mfh"]);
  await withScratchDatabase(now.databaseUrl, async (url) => {
    const first = path.join(fixtures, `${names[0]}.sql.gz`);
    const { migrated } = await restoreBackup(url, first, { migrations });
    expect(migrated).toEqual(names.slice(1));
    expect(await withStillStore(url, hashContent)).toEqual(
      await withStillStore(now.databaseUrl, hashContent),
    );
  });
});
