import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { lineOf, withField } from "#lib/sources/fixtures/damage";
import { madeMfhhis01 } from "#lib/sources/mfh/made-mfhhis01";
import { wholeCatalogue } from "#lib/sources/fixtures/small-catalogue";
import { mostBytes } from "#lib/sources/source-rows";
import { createTestStore, type TestStore } from "#lib/store/test-store";
import { runTickmark } from "./tickmark.ts";

const lines = madeMfhhis01(wholeCatalogue(), 2003, 1);

let store: TestStore;
let folder: string;
let file: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-07-20T12:00:00Z") });
  store = await createTestStore();
  folder = await mkdtemp(path.join(os.tmpdir(), "ingest-"));
  file = path.join(folder, "f.txt");
  await writeFile(file, lines.join("\r\n"));
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
  await rm(folder, { recursive: true });
});

async function ingest(...args: string[]) {
  let out = "";
  let err = "";
  const status = await runTickmark(["ingest", ...args], {
    databaseUrl: store.databaseUrl,
    print: (text) => (out += text),
    printError: (text) => (err += text),
  });
  return { status, out, err };
}

/** The file with the December of one area raised by a tenth, which no sum notices. */
function revised(name: string): string {
  const line = lineOf(lines, name);
  const value = Number(lines[line - 1]?.split("\t")[1]);
  return withField(lines, line, 2, (value + 0.1).toFixed(1)).join("\r\n");
}

test("says what was appended, and that the file states another date than that of its release", async () => {
  const { status, out } = await ingest(file, "--released", "2026-06-18");
  expect(status).toBe(0);
  expect(out).toMatch(/: (\d+) observations appended: \1 new, 0 revised, 0 withdrawn\n/);
  expect(out).toContain("Notice: the file states 2026-05-18 as its own date");
  expect((await ingest(file, "--released", "2026-06-18")).out).toContain("nothing changed");
});

test("says nothing of the file's date when it is that of the release", async () => {
  expect((await ingest(file, "--released", "2026-05-18")).out).not.toContain("Notice");
});

test("names the largest revisions with what was there before", async () => {
  await ingest(file, "--released", "2026-05-18");
  await writeFile(file, revised("Japan"));
  const { out } = await ingest(file, "--released", "2026-06-18");
  expect(out).toContain("1 observation appended: 0 new, 1 revised, 0 withdrawn");
  expect(out).toMatch(/\n {2}mfh\.holdings\.japan {2}2003-12 {2}[\d.]+ -> [\d.]+\n/);
});

test("the same figures in other bytes need a note", async () => {
  await ingest(file, "--released", "2026-05-18");
  await writeFile(file, lines.join("\n"));
  const refused = await ingest(file, "--released", "2026-06-18");
  expect(refused).toMatchObject({ status: 1, out: "" });
  expect(refused.err).toContain("--note");
  expect(await ingest(file, "--released", "2026-06-18", "--note", "So published")).toMatchObject({
    status: 0,
  });
});

describe("figures that do not add up", () => {
  beforeEach(async () => {
    const line = lineOf(lines, "Grand Total");
    const value = Number(lines[line - 1]?.split("\t")[1]);
    await writeFile(file, withField(lines, line, 2, (value + 7).toFixed(1)).join("\r\n"));
  });

  test("are loaded as published, and said with their place", async () => {
    const { status, out } = await ingest(file, "--released", "2026-06-18");
    expect(status).toBe(0);
    expect(out).toContain("What does not add up as published, recorded with the vintage:");
    expect(out).toMatch(
      /mfh\.holdings\.grand-total 2003-12: found [\d.]+, expected [\d.]+ .*, line \d+, field 2\n/,
    );
  });

  test("are refused with --strict, and the store is as it was", async () => {
    const { status, out, err } = await ingest(file, "--released", "2026-06-18", "--strict");
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toMatch(
      /refused, 1 figure does not add up.*\n {2}mfh\.holdings\.grand-total 2003-12/,
    );
    expect(err).toContain("The store is as it was.");
    expect(await store.prisma.vintage.count()).toBe(0);
  });
});

test("a file that does not say its day of release needs --released", async () => {
  const { status, err } = await ingest(file);
  expect(status).toBe(1);
  expect(err).toContain("no-release-day");
  expect(err).toContain("--released YYYY-MM-DD");
});

test("--drops-oldest needs a note for readers", async () => {
  const { status, err } = await ingest(file, "--released", "2026-06-18", "--drops-oldest");
  expect(status).toBe(1);
  expect(err).toContain("--drops-oldest needs --note");
});

describe("a day that cannot be is a wrong call, and leaves the store as it was", () => {
  test.each([
    ["released after today", ["--released", "2026-07-21"], "2026-07-21 is after today, 2026-07-20"],
    [
      "retrieved after today",
      ["--released", "2026-06-18", "--retrieved", "2027-01-01"],
      "after today",
    ],
    [
      "retrieved before it was released",
      ["--released", "2026-06-18", "--retrieved", "2026-06-17"],
      "is before",
    ],
  ])("%s", async (_, args, says) => {
    const { status, err } = await ingest(file, ...args);
    expect(status).toBe(2);
    expect(err).toContain(says);
    expect(err).toContain("The store is as it was.");
    expect(await store.prisma.vintage.count()).toBe(0);
  });

  test("today is not too late", async () => {
    expect(await ingest(file, "--released", "2026-07-20")).toMatchObject({ status: 0 });
  });
});

test("says what is wrong with a file, and that nothing was loaded", async () => {
  const { status, err } = await ingest("package.json", "--released", "2026-07-14");
  expect(status).toBe(1);
  expect(err).toContain("package.json:1:1 unsupported-file");
  expect(err).toContain("1 problem. Nothing was loaded; the store is as it was");
});

test("a file that is not there, is a folder or is too large is refused, and the store is as it was", async () => {
  await truncate(file, mostBytes + 1);
  for (const [name, says] of [
    ["/nowhere/x.txt", "cannot be read (ENOENT)"],
    [folder, "cannot be read (EISDIR)"],
    [file, `at most ${mostBytes} are read`],
  ] as const) {
    const { status, err } = await ingest(name, "--released", "2026-07-14");
    expect(status).toBe(1);
    expect(err).toContain(says);
    expect(err).toContain("The store is as it was.");
  }
});
