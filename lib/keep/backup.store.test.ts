import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appendVintage } from "#lib/store/append-vintage";
import { madeVintage } from "#lib/store/made-vintage";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { asked, createBackedUp, inProxy } from "./backup-for-tests.ts";
import { endMark } from "./backup-format.ts";
import { withSession } from "./keeping-session.ts";
import { restoreBackup } from "./restore-backup.ts";
import { listTables } from "./stored-tables.ts";
import { hashTable } from "./table-hash.ts";
import { withScratchDatabase } from "./scratch-database.ts";
import { writeBackup } from "./write-backup.ts";

const { migrations, taken } = asked;

let backedUp: Awaited<ReturnType<typeof createBackedUp>>;
let store: TestStore;
let folder: string;
let file: string;
beforeAll(async () => {
  backedUp = await createBackedUp();
  ({ store, folder, file } = backedUp);
});
afterAll(() => backedUp.close());

/** Rows and hashes of all tables. */
function hashesOf(databaseUrl: string) {
  return withSession(databaseUrl, async (client) => {
    const hashes = [];
    for (const table of await listTables(client)) hashes.push(await hashTable(client, table));
    return hashes;
  });
}

function inScratch<T>(task: (url: string) => Promise<T>): Promise<T> {
  return withScratchDatabase(store.databaseUrl, task);
}

async function tablesOf(databaseUrl: string): Promise<number> {
  return withSession(databaseUrl, async (client) => (await listTables(client)).length);
}

/** A backup whose text was changed, with an end that is true of it. */
async function changed(name: string, change: (text: string) => string): Promise<string> {
  const text = change(gunzipSync(await readFile(file)).toString("utf8"));
  const at = text.lastIndexOf(endMark);
  const sha256 = createHash("sha256").update(text.slice(0, at)).digest("hex");
  const to = path.join(folder, name);
  await writeFile(to, text.slice(0, at) + text.slice(at).replace(/[0-9a-f]{64}/, sha256));
  return to;
}

test("a restored store has the same rows, refuses what it refused, and goes on", async () => {
  const before = await hashesOf(store.databaseUrl);
  expect(before.find(({ name }) => name === "observation")?.rows).toBeGreaterThan(5000);
  await inScratch(async (url) => {
    const restored = await restoreBackup(url, file, { migrations });
    expect(restored.migrated).toEqual([]);
    expect(await hashesOf(url)).toEqual(before);
    await withSession(url, async (client) => {
      for (const table of ["observation", "vintage", "snapshot", "coverage", "violation"]) {
        await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow("only takes new rows");
      }
      const next = "SELECT nextval('series_id_seq')::int - max(id) AS ahead FROM series";
      expect((await client.query(next)).rows).toEqual([{ ahead: 1 }]);
    });
  });
});

test("a file that does not say .gz is a text that begins as pg_dump's", async () => {
  const plain = path.join(folder, "plain.sql");
  await writeBackup(store.databaseUrl, plain, { migrations, taken, verify: true });
  const text = await readFile(plain, "utf8");
  expect(text).toMatch(/^--\n-- PostgreSQL database dump\n--\n/);
  expect(text).toBe(gunzipSync(await readFile(file)).toString("utf8"));
});

// Debian and most systems have a psql; a machine with Node and npm only has none, and says so here.
const hasPsql = spawnSync("psql", ["--version"]).status === 0;
test(`psql restores it too (${hasPsql ? "tried" : "no psql on this machine: only the form is held against what psql reads"})`, async () => {
  const plain = path.join(folder, "psql.sql");
  await writeBackup(store.databaseUrl, plain, { migrations, taken, verify: false });
  const before = await hashesOf(store.databaseUrl);
  if (!hasPsql) {
    const text = await readFile(plain, "utf8");
    const begun = text.match(/^COPY public\."\w+" \(.*\) FROM stdin;$/gm);
    expect(begun).toHaveLength(before.length);
    expect(text.match(/^\\\.$/gm)).toHaveLength(before.length);
    return;
  }
  await inScratch(async (url) => {
    const args = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", plain, url];
    const { status, stderr } = spawnSync("psql", args, { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(await hashesOf(url)).toEqual(before);
  });
  const half = path.join(folder, "half.sql");
  const text = await readFile(plain, "utf8");
  await writeFile(half, text.slice(0, text.length * 0.9));
  await inScratch(async (url) => {
    spawnSync("psql", ["-X", "-q", "-f", half, url]);
    expect(await tablesOf(url)).toBe(0);
  });
});

describe("a file that is not whole is refused, and the database stays empty", () => {
  test("cut anywhere, packed or not", async () => {
    const bytes = await readFile(file);
    const text = gunzipSync(bytes);
    const cut = path.join(folder, "cut");
    await inScratch(async (url) => {
      for (const whole of [bytes, text]) {
        const lengths = [0, 5, 300, 0.1, 0.5, 0.9, 0.999].map((part) =>
          part < 1 ? Math.floor(whole.length * part) : part,
        );
        for (const length of [...lengths, whole.length - 20, whole.length - 2]) {
          await writeFile(cut, whole.subarray(0, length));
          await expect(restoreBackup(url, cut, { migrations }), `${length}`).rejects.toThrow(
            /damaged or cut short|no backup of Tickmark/,
          );
        }
      }
      expect(await tablesOf(url)).toBe(0);
    });
  });

  test("one byte changed anywhere, packed or not", async () => {
    const bytes = await readFile(file);
    const text = gunzipSync(bytes);
    const bent = path.join(folder, "bent");
    await inScratch(async (url) => {
      for (const whole of [bytes, text]) {
        // The ten bytes at the head of a packed file say when and where it was packed, and nothing of what is in it.
        for (
          let at = whole === bytes ? 10 : 0;
          at < whole.length;
          at += Math.ceil(whole.length / 23)
        ) {
          const other = Buffer.from(whole);
          other.writeUInt8((other.readUInt8(at) + 1) % 256, at);
          await writeFile(bent, other);
          await expect(restoreBackup(url, bent, { migrations }), `${at}`).rejects.toThrow(
            /damaged or cut short|no backup of Tickmark/,
          );
        }
      }
      expect(await tablesOf(url)).toBe(0);
    });
  });

  test("something behind its end", async () => {
    const longer = path.join(folder, "longer.sql");
    await writeFile(longer, `${gunzipSync(await readFile(file)).toString("utf8")}DROP TABLE x;\n`);
    await inScratch((url) =>
      expect(restoreBackup(url, longer, { migrations })).rejects.toThrow("behind its end"),
    );
  });
});

test.each([
  ["no file", null, "cannot be read: ENOENT"],
  ["another text", "hello\n", "is no backup of Tickmark"],
  ["another text, packed", gzipSync("hello\n"), "is no backup of Tickmark"],
  ["a custom file of pg_dump", "PGDMP\x01\x0e", "psql or pg_restore reads it"],
  [
    "a plain file of pg_dump",
    "--\n-- PostgreSQL database dump\n--\n\nSET x = 0;\n",
    "psql or pg_restore",
  ],
])("%s is refused in words that help", async (_, content, says) => {
  const foreign = path.join(folder, "foreign");
  await rm(foreign, { force: true });
  if (content !== null) await writeFile(foreign, content);
  await expect(restoreBackup(store.databaseUrl, foreign, { migrations })).rejects.toThrow(says);
});

test("a backup of a newer Tickmark is refused, in its form or in its migrations", async () => {
  const form = await changed("form.sql", (text) => text.replace('{"version":1', '{"version":2'));
  const newer = await changed("newer.sql", (text) =>
    text.replace(
      '"migrations":[',
      `"migrations":[{"name":"20990101000000_more","checksum":"${"0".repeat(64)}"},`,
    ),
  );
  await inScratch(async (url) => {
    await expect(restoreBackup(url, form, { migrations })).rejects.toThrow("has the form 2");
    await expect(restoreBackup(url, newer, { migrations })).rejects.toThrow("a newer one made it");
    expect(await tablesOf(url)).toBe(0);
  });
});

test("rows that were changed by somebody who mended the hash of the file are found, and nothing is restored", async () => {
  const forged = await changed("forged.sql", (text) => text.replace("\t1001.0\t", "\t1001.5\t"));
  const broken = await changed("broken.sql", (text) => text.replace("\t1001.0\t", "\tNaN\t"));
  await inScratch(async (url) => {
    await expect(restoreBackup(url, forged, { migrations })).rejects.toThrow(
      "the table observation did not come back as it was",
    );
    await expect(restoreBackup(url, broken, { migrations })).rejects.toThrow("violates check");
    expect(await tablesOf(url)).toBe(0);
  });
});

describe("a database that is not empty", () => {
  let other: TestStore;
  beforeEach(async () => {
    other = await createTestStore();
    await appendVintage(other, madeVintage("other", "first"));
  });
  afterEach(() => other.close());

  test("is refused, and left as it was", async () => {
    const before = await hashesOf(other.databaseUrl);
    await expect(restoreBackup(other.databaseUrl, file, { migrations })).rejects.toThrow(
      "it holds a store of 1 vintages, the newest of 2026-01-15",
    );
    expect(await hashesOf(other.databaseUrl)).toEqual(before);
  });

  test("is replaced when that is asked for, and stays when it cannot be", async () => {
    const before = await hashesOf(other.databaseUrl);
    const forged = await changed("forged.sql", (text) => text.replace("\t1001.0\t", "\t1001.5\t"));
    const asked = { migrations, replace: true };
    await expect(restoreBackup(other.databaseUrl, forged, asked)).rejects.toThrow(
      "did not come back",
    );
    expect(await hashesOf(other.databaseUrl)).toEqual(before);
    await restoreBackup(other.databaseUrl, file, asked);
    expect(await hashesOf(other.databaseUrl)).toEqual(await hashesOf(store.databaseUrl));
  });
});

test("the connection may end at any point of a restore: the database is empty or has all", async () => {
  const whole = await hashesOf(store.databaseUrl);
  const restoreThrough = (url: string, last: number) =>
    inProxy(url, last, (proxied) => restoreBackup(proxied, file, { migrations }));
  const { pieces } = await inScratch((url) => restoreThrough(url, Infinity));
  expect(pieces).toBeGreaterThan(20);
  for (let at = 1; at <= pieces; at += Math.floor(pieces / 12)) {
    await inScratch(async (url) => {
      const { failed } = await restoreThrough(url, at);
      const found = await hashesOf(url);
      expect(found.length > 0 ? found : failed, `piece ${at}`).toEqual(
        found.length > 0 ? whole : true,
      );
    });
  }
}, 240_000);
