import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendVintage } from "#lib/store/append-vintage";
import { startCountingProxy } from "#lib/store/counting-proxy";
import { madeVintage } from "#lib/store/made-vintage";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { runTickmark } from "./tickmark.ts";

let store: TestStore;
let empty: TestStore;
let folder: string;
beforeAll(async () => {
  store = await createTestStore();
  empty = await createTestStore();
  await appendVintage(store, madeVintage("made", "first"));
  folder = await mkdtemp(path.join(os.tmpdir(), "backup-command-"));
});
afterAll(async () => {
  await store.close();
  await empty.close();
  await rm(folder, { recursive: true });
});

async function tickmark(databaseUrl: string, ...args: string[]) {
  let out = "";
  let err = "";
  const status = await runTickmark(args, {
    databaseUrl,
    print: (text) => (out += text),
    printError: (text) => (err += text),
    now: () => new Date("2026-11-23T12:00:00Z"),
  });
  return { status, out, err };
}

test("a backup says what it holds and that it was tried out; a restore what is back", async () => {
  const file = path.join(folder, "a.sql.gz");
  const taken = await tickmark(store.databaseUrl, "backup", file);
  expect(taken).toMatchObject({ status: 0, err: "" });
  expect(taken.out).toContain(`${file}: 1 vintages, 4,780 observations, `);
  expect(taken.out).toContain("every table came back row by row");
  const again = await tickmark(store.databaseUrl, "backup", file);
  expect(again).toMatchObject({ status: 1, out: "" });
  expect(again.err).toContain("never overwritten");
  const refused = await tickmark(empty.databaseUrl, "restore", file);
  expect(refused).toMatchObject({ status: 1, out: "" });
  expect(refused.err).toContain("--replace");
  const restored = await tickmark(empty.databaseUrl, "restore", file, "--replace");
  expect(restored).toMatchObject({ status: 0, err: "" });
  expect(restored.out).toContain("The store as of 2026-11-23T12:00:00.000Z is back");
  expect(await empty.prisma.observation.count()).toBe(4780);
});

test("--json tells programs the same", async () => {
  const file = path.join(folder, "json.sql.gz");
  const { out } = await tickmark(store.databaseUrl, "backup", file, "--json", "--no-verify");
  expect(JSON.parse(out)).toMatchObject({ file, verified: false, version: 1, strangers: [] });
});

const command = `${process.execPath} --import tsx lib/keep/take-backup.ts`;

test("a disk that takes no more leaves no backup, and is told", async () => {
  const file = path.join(folder, "full.sql.gz");
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", `ulimit -f 16; exec ${command} ${store.databaseUrl} ${file}`],
    {
      encoding: "utf8",
    },
  );
  expect(stderr).toContain(`${file} could not be written: `);
  expect(status).toBe(1);
  expect((await readdir(folder)).filter((name) => name.startsWith("full"))).toEqual([]);
});

test("a process that is killed leaves nothing under the name, and the next takes away what it left", async () => {
  const file = path.join(folder, "killed.sql.gz");
  const started: { kill?: () => void } = {};
  let isKilled = false;
  const proxy = await startCountingProxy(store.databaseUrl, {
    before: (piece) => {
      isKilled ||= piece > 12;
      if (isKilled) started.kill?.();
    },
  });
  const child = spawn("sh", ["-c", `exec ${command} ${proxy.databaseUrl} ${file}`], {
    stdio: "ignore",
  });
  started.kill = () => child.kill("SIGKILL");
  await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
  await proxy.close();
  const left = async () => (await readdir(folder)).filter((name) => name.startsWith("killed"));
  expect(await left()).toEqual([expect.stringMatching(/^killed\.sql\.gz\.unfinished-/)]);
  const next = path.join(folder, "next.sql.gz");
  const taken = await tickmark(store.databaseUrl, "backup", next, "--no-verify");
  expect(taken.status).toBe(0);
  expect(await left()).toEqual([]);
});
