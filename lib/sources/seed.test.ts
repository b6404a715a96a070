import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import { parseLines, withField } from "./fixtures/damage.ts";
import { madeMfhhis01 } from "./mfh/made-mfhhis01.ts";
import { madeSltTable } from "./slt/made-slt-table.ts";
import { smallCatalogue } from "./fixtures/small-catalogue.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { hashOf, listSeed, readSeed } from "./seed.ts";
import { writeSeed, type Origin } from "./write-seed.ts";

const catalogue = smallCatalogue();
const released = "2026-06-18";
const [from, to] = ["2022-12", "2023-04"];
if (!isVintageDate(released) || !isPeriod(from) || !isPeriod(to)) throw new Error("Not dates");

const origin: Origin = {
  title: "A table",
  publisher: "A publisher",
  licence: "Public domain",
  url: "https://example.org/a.txt",
  released,
  retrieved: null,
  fileName: "a.txt",
  bytes: 12,
  sha256: hashOf("a"),
  note: null,
};

const slt1 = parsed(madeSltTable(catalogue, "slt1", from, to, 3));
const mfh = parsed(madeMfhhis01(catalogue, 2003, 3));

function parsed(lines: readonly string[]): ParsedFile {
  const result = parseLines(lines, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Writes a seed into a folder of its own, which goes when the test ends. */
function folderOf(file: ParsedFile): string {
  const folder = mkdtempSync(path.join(tmpdir(), "seed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of writeSeed(file, origin, catalogue)) {
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

function change(folder: string, name: string, edit: (text: string) => string): void {
  const file = path.join(folder, name);
  const before = readFileSync(file, "utf8");
  const after = edit(before);
  if (after === before) throw new Error(`Nothing changed in ${name}`);
  writeFileSync(file, after);
}

function problemsOf(folder: string): string[] {
  const read = readSeed(folder, catalogue);
  return read.ok
    ? []
    : read.problems.map(({ kind, at }) => `${kind} ${path.basename(at.file)}:${at.line}`);
}

test.each([
  ["slt1", slt1],
  ["mfh", mfh],
])("what was written of %s is read back exactly", (release, file) => {
  const folder = folderOf(file);
  const { sha256, url, fileName, bytes, retrieved, note } = origin;
  expect(readSeed(folder, catalogue)).toEqual({
    ok: true,
    value: [
      {
        manifest: { release, released, note },
        snapshot: { sha256, url, fileName, bytes, retrieved },
        parsed: file,
      },
    ],
  });
  expect(listSeed(folder)).toEqual({ ok: true, value: [{ release, released, sha256 }] });
});

test("what does not add up is carried over with its place", () => {
  const violations: ParsedFile["violations"] = [
    {
      identity: "Grand Total = named areas + All Other",
      key: "mfh.holdings.grand-total",
      period: from,
      found: "10.5",
      expected: "8",
      difference: "2.5",
      tolerance: "0.5",
      acknowledged: false,
      line: 9,
      column: 2,
      against: { release: "slt3", date: released },
    },
  ];
  const read = readSeed(folderOf({ ...mfh, violations }), catalogue);
  expect(read.ok && read.value[0]?.parsed.violations).toEqual(violations);
});

test("one row holds an area's month, its place in the source and its figures", () => {
  const [heading, first] = (writeSeed(slt1, origin, catalogue).get("observations.csv") ?? "").split(
    "\n",
  );
  expect(heading).toMatch(
    /^area,period,line,column,total\.holdings,total\.net,.*,equities\.valuation$/,
  );
  expect(first).toMatch(/^all-countries,2022-12,\d+,4,\d+,n\.a\.,n\.a\.,/);
});

test("a figure that was changed by hand is a problem", () => {
  const folder = folderOf(slt1);
  change(folder, "observations.csv", (text) => text.replace(/(japan,2023-04,\d+,4,)\d/, "$19"));
  expect(problemsOf(folder)).toEqual(["wrong-hash observations.csv:1"]);
});

test("a table that is cut, has a strange row or names a strange area is a problem with its line", () => {
  const folder = folderOf(mfh);
  change(folder, "holdings.csv", (text) =>
    text.replace("\nall-other,2000-03,", "\natlantis,2000-03,"),
  );
  change(folder, "bills.csv", (text) => text.slice(0, -3));
  change(folder, "bonds-and-notes.csv", (text) => text.replace(/,[\d.]+\n/, ",much\n"));
  expect(problemsOf(folder)).toEqual([
    "wrong-hash holdings.csv:1",
    "wrong-hash bills.csv:1",
    "wrong-hash bonds-and-notes.csv:1",
    "unknown-series holdings.csv:2",
    expect.stringMatching(/^wrong-field-count bills\.csv:/),
    "not-a-number bonds-and-notes.csv:2",
  ]);
});

test("the same row twice is a problem", () => {
  const folder = folderOf(mfh);
  change(folder, "bills.csv", (text) => text.replace(/(foreign-official,2000-03,.*\n)/, "$1$1"));
  expect(problemsOf(folder)).toEqual(["wrong-hash bills.csv:1", "same-row-twice bills.csv:3"]);
});

test("a table that is not there, a manifest that is not there or not JSON, an impossible day: problems", () => {
  const folder = folderOf(mfh);
  rmSync(path.join(folder, "bills.csv"));
  expect(problemsOf(folder)).toEqual(["unreadable-file bills.csv:1"]);
  change(folder, "manifest.json", (text) => text.replace("2026-06-18", "2026-06-31"));
  expect(problemsOf(folder)).toEqual(["wrong-shape manifest.json:1"]);
  change(folder, "manifest.json", () => "{");
  expect(problemsOf(folder)).toEqual(["wrong-shape manifest.json:1"]);
  rmSync(path.join(folder, "manifest.json"));
  expect(problemsOf(folder)).toEqual(["unreadable-file manifest.json:1"]);
});

test("a manifest that leaves a table out is a problem", () => {
  const folder = folderOf(mfh);
  change(folder, "manifest.json", (text) => text.replace('"bills.csv"', '"notes.csv"'));
  expect(problemsOf(folder)).toEqual(["wrong-shape manifest.json:1"]);
});

test("another figure in the source gives another seed", () => {
  const lines = madeMfhhis01(catalogue, 2003, 3);
  const at = lines.findIndex((line) => line.startsWith("Japan"));
  const tenth = lines[at]?.split("\t")[1] ?? "";
  const other = parsed(withField(lines, at + 1, 2, (Number(tenth) + 0.1).toFixed(1)));
  expect(writeSeed(other, origin, catalogue)).not.toEqual(writeSeed(mfh, origin, catalogue));
});
