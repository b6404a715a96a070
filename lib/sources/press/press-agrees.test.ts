import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse as parseCsv } from "csv-parse/sync";
import { expect, test } from "vitest";
import { wholeCatalogue } from "../fixtures/small-catalogue.ts";
import { parseSource } from "../parse-source.ts";
import { readManifest } from "../read-manifest.ts";
import { hashOf, listSeed, readSeed } from "../seed.ts";
import { readLines } from "../source-rows.ts";
import { writeCollection } from "../write-seed.ts";

/** The Treasury's figures as collected, which are never committed as a file. */
const collected = "../shared/tic/press-releases/lines.csv";
const held = existsSync(collected);
if (!held) console.log(`Skipped: prisma/seed/press against ${collected}, which is not there`);

const folder = "prisma/seed/press";
const catalogue = wholeCatalogue();
const seed = readSeed(folder, catalogue);
if (!seed.ok) throw new Error(JSON.stringify(seed.problems.slice(0, 5)));
const vintages = seed.value;

test("219 releases are carried over, oldest first, each from the page of its own", () => {
  expect(vintages).toHaveLength(219);
  const days = vintages.map(({ manifest }) => manifest.released);
  expect(days).toEqual([...days].sort());
  expect([days[0], days.at(-1)]).toEqual(["2006-11-16", "2026-01-15"]);
  expect(new Set(vintages.map(({ snapshot }) => snapshot.sha256)).size).toBe(219);
  expect(vintages.at(-1)?.snapshot).toMatchObject({
    fileName: "sb0365",
    url: "https://home.treasury.gov/news/press-releases/sb0365",
    retrieved: null,
  });
});

test("what a folder lists is what it holds", () => {
  expect(listSeed(folder)).toEqual({
    ok: true,
    value: vintages.map(({ manifest, snapshot }) => ({
      release: manifest.release,
      released: manifest.released,
      sha256: snapshot.sha256,
    })),
  });
});

const broken = vintages.flatMap(({ manifest, parsed }) =>
  parsed.violations.map((violation) => ({ released: manifest.released, ...violation })),
);

test("seven sums do not hold, line 3 of the release of 2023-04-17 in all columns but one", () => {
  const sums = broken.filter(({ released }) => released !== "2024-02-15");
  expect(
    sums.map(({ released, identity, key, period, found, expected, difference }) =>
      [released, identity, key, period, found, expected, difference].join(" "),
    ),
  ).toEqual([
    "2023-04-17 line 3 = line 4 + line 9 press.12m.line-3 2022-02 714.4 303.9 410.5",
    "2023-04-17 line 3 = line 4 + line 9 press.12m.line-3 2023-02 941.1 778.4 162.7",
    "2023-04-17 line 3 = line 4 + line 9 press.line-3 2022-11 140.6 130.1 10.5",
    "2023-04-17 line 3 = line 4 + line 9 press.line-3 2022-12 103.3 92.9 10.4",
    "2023-04-17 line 3 = line 4 + line 9 press.line-3 2023-01 31.7 22.1 9.6",
    "2023-04-17 line 3 = line 4 + line 9 press.year.line-3 2021 592.0 148.7 443.3",
    "2023-04-17 line 3 = line 4 + line 9 press.year.line-3 2022 994.7 792.3 202.4",
  ]);
  expect(broken.every(({ acknowledged }) => !acknowledged)).toBe(true);
});

test("the years of the release of 2024-02-15 stand under the wrong headings, in all 32 lines", () => {
  const years = broken.filter(({ released }) => released === "2024-02-15");
  expect(years.map(({ key, period }) => `${key} ${period}`)).toEqual(
    Array.from({ length: 32 }, (_, at) => `press.year.line-${at + 1} 2022`),
  );
  expect(years[2]).toMatchObject({
    identity: "line 3, calendar year = line 3, twelve months through its December",
    found: "1092.1",
    expected: "994.7",
    difference: "97.4",
  });
  expect(broken).toHaveLength(7 + 32);
});

test.each([
  // From the pages of the releases.
  ["2008-08-16", "press.line-3", "2008-07", "-25.6"],
  ["2010-11-16", "press.line-30", "2010-09", "81.7"],
  ["2012-10-16", "press.line-23", "2012-08", "39.1"],
  ["2024-07-18", "press.line-3", "2024-05", "-16.7"],
  ["2024-07-18", "press.line-16", "2024-05", "-37.8"],
  ["2024-07-18", "press.12m.line-30", "2024-05", "819.6"],
  ["2024-07-18", "press.year.line-1", "2022", "61438.4"],
  // January 2024 as printed first, and three months later.
  ["2024-03-19", "press.line-3", "2024-01", "79.8"],
  ["2024-06-18", "press.line-3", "2024-01", "66.7"],
])("the release of %s prints %s of %s as %s", (released, key, period, value) => {
  const vintage = vintages.find(({ manifest }) => manifest.released === released);
  const cell = vintage?.parsed.cells.find((one) => one.key === key && one.period === period);
  expect(cell?.value).toBe(value);
});

test("notes say what a reader should know about seven releases", () => {
  const noted = vintages.flatMap(({ manifest: { note }, snapshot }) =>
    note === null ? [] : [snapshot.fileName],
  );
  expect(noted).toEqual(["hp460", "hp1138", "sm0045", "jy1420", "jy1626", "jy2101", "sb0317"]);
});

test.skipIf(!held)(
  "the seed gives the collection byte for byte, and is made from it",
  { timeout: 60_000 },
  () => {
    const bytes = readFileSync(collected);
    const parsed = parseSource(bytes, catalogue, collected);
    const lines = readLines(bytes, collected);
    const manifest = readManifest(path.join(folder, "manifest.json"));
    if (!parsed.ok || !lines.ok || !manifest.ok) throw new Error("Not read");
    expect([hashOf(bytes), bytes.length]).toEqual([manifest.value.sha256, manifest.value.bytes]);
    expect(
      isDeepStrictEqual(
        vintages.map((vintage) => vintage.parsed),
        parsed.value,
      ),
    ).toBe(true);
    const texts = writeCollection(lines.value, parsed.value, manifest.value);
    if (!texts.ok) throw new Error(JSON.stringify(texts.problems));
    expect([...texts.value.keys()].sort()).toEqual(readdirSync(folder).sort());
    for (const [name, text] of texts.value) {
      expect(readFileSync(path.join(folder, name), "utf8") === text, name).toBe(true);
    }
  },
);

test.skipIf(!held)(
  "every row of the collection is a cell, read by another program",
  { timeout: 60_000 },
  () => {
    const rows: string[][] = parseCsv(readFileSync(collected), { from_line: 2 });
    const keys: Record<string, string> = { month: "press", "12m": "press.12m", year: "press.year" };
    const expected = new Set(
      rows.map(([released, , , section = "", period, line, value]) =>
        [released, `${keys[section]}.line-${line}`, period, value].join(" "),
      ),
    );
    const found = vintages.flatMap(({ manifest, parsed }) =>
      parsed.cells.map(({ key, period, value }) =>
        [manifest.released, key, period, value].join(" "),
      ),
    );
    expect([found.length, expected.size]).toEqual([56_064, 56_064]);
    expect(found.filter((cell) => !expected.has(cell))).toEqual([]);
  },
);
