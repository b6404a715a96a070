import { appendFile, cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { loadSeed } from "#lib/store/load-seed";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { runTickmark } from "./tickmark.ts";

let store: TestStore;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "verify-command-"));
  for (const name of ["snapshots", "content/articles", "content/charts"])
    await mkdir(path.join(folder, name), { recursive: true });
  await cp("prisma/seed/slt5", path.join(folder, "seed/slt5"), { recursive: true });
  store = await createTestStore();
  await loadSeed(store.databaseUrl, path.join(folder, "seed"));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => vi.stubEnv("TICKMARK_SNAPSHOTS", path.join(folder, "snapshots")));
afterEach(() => vi.unstubAllEnvs());

async function verify(...args: string[]) {
  let out = "";
  let err = "";
  const places = ["seed", "content"].flatMap((name) => [`--${name}`, path.join(folder, name)]);
  const status = await runTickmark(["verify", ...places, ...args], {
    databaseUrl: store.databaseUrl,
    print: (text) => (out += text),
    printError: (text) => (err += text),
    now: () => new Date("2026-11-23T12:00:00Z"),
  });
  return { status, out, err };
}

test("a table has each check, and the verdict", async () => {
  const { status, out, err } = await verify();
  expect({ status, err }).toEqual({ status: 0, err: "  … slt5 2026-06-18\n" });
  const lines = out.trimEnd().split("\n");
  expect(lines.pop()).toBe("All is as it was written.");
  expect(lines.map((line) => line.split("  ")[0])).toEqual(
    "schema,kept snapshots,series,vintages,articles".split(","),
  );
  for (const line of lines) expect(line).toMatch(/ as it should be +\d+\.\d s {2}\d+ /);
});

test("a seed that was damaged is told, and the report comes, as a table and as JSON", async () => {
  await appendFile(path.join(folder, "seed/slt5/2026-06-18/bills.csv"), "x\n");
  const told = await verify("--rebuild");
  const json = await verify("--rebuild", "--json");
  await cp("prisma/seed/slt5", path.join(folder, "seed/slt5"), { recursive: true });
  expect(told.status).toBe(1);
  expect(told.err).toMatch(/^vintages: .*slt5\/2026-06-18\n {4}expected: as it was written\n/m);
  expect(told.err).toMatch(/^rebuilt from files: .*\n.*\n {4}found: .*wrong-hash/m);
  expect(told.out).toMatch(/^rebuilt from files {2}2 not as they should be /m);
  expect(told.out).toMatch(/\n3 things are not as they should be\.\n$/);
  expect(json).toMatchObject({ status: 1, err: "" });
  const report: unknown = JSON.parse(json.out);
  expect(report).toMatchObject({ version: 1, ok: false });
  expect(report).toHaveProperty("checks.5.check", "rebuilt from files");
  expect(report).toHaveProperty(
    "checks.5.findings.0.expected",
    "vintages that can be loaded again",
  );
});

test("a check that cannot end is a finding, and the others are made", async () => {
  const { status, out, err } = await verify("--seed", path.join(folder, "nowhere"));
  expect(status).toBe(1);
  expect(err).toMatch(/^vintages: the check itself\n.*\n {4}found: +ENOENT/m);
  expect(out).toMatch(/^articles {8}as it should be/m);
  expect(out).toMatch(/\n1 things are not as they should be\.\n$/);
});

test("that there is no folder of fetched files is said; the variable that sync reads names it", async () => {
  const notThere = path.join(folder, "elsewhere");
  vi.stubEnv("TICKMARK_SNAPSHOTS", notThere);
  const { status, err } = await verify();
  expect(status).toBe(0);
  expect(err).toContain(`kept snapshots: notice: ${notThere} is not there: `);
});
