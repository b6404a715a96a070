import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Checked } from "#lib/series/checked";
import { smallCatalogue } from "./fixtures/small-catalogue.ts";
import { parseSource } from "./parse-source.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { madeCatalogue, madePress, month } from "./press/made-press.ts";
import { collectedText } from "./seed-collection.ts";
import { hashOf, listSeed, readSeed } from "./seed.ts";
import { writeCollection } from "./write-seed.ts";

const [first, last] = [month("2012-11"), month("2013-01")];
const catalogue = madeCatalogue(smallCatalogue(), first, last);
/** The second of three releases stands twice, line by line. */
const lines = madePress(first, last, 3).flatMap((line, at) =>
  at > 256 && at <= 512 ? [line, line] : [line],
);
const origin = {
  title: "Press releases",
  publisher: "A publisher",
  licence: "Public domain",
  url: "https://example.org/releases",
  retrieved: null,
  fileName: "lines.csv",
  bytes: collectedText(lines).length,
  sha256: hashOf(collectedText(lines)),
  note: null,
};

function parsed(): readonly ParsedFile[] {
  const bytes = new TextEncoder().encode(collectedText(lines));
  return valueOf(parseSource(bytes, catalogue, "lines.csv"));
}

function valueOf<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

/** Writes a seed into a folder of its own, which goes when the test ends. */
function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "seed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of valueOf(writeCollection(lines, parsed(), origin))) {
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

function problemsOf(checked: Checked<unknown>): string[] {
  if (checked.ok) return [];
  return checked.problems.map(({ kind, at }) => `${kind} ${path.basename(at.file)}:${at.line}`);
}

test("what was written of a collection is read back exactly, vintage by vintage", () => {
  const folder = makeFolder();
  const vintages = valueOf(readSeed(folder, catalogue));
  expect(vintages.map((vintage) => vintage.parsed)).toEqual(parsed());
  expect(vintages.map(({ manifest }) => manifest)).toEqual(
    parsed().map(({ collected }) => ({
      release: "press",
      released: collected?.released,
      note: collected?.note,
    })),
  );
  expect(vintages[1]?.snapshot).toMatchObject({ fileName: "hp357", retrieved: null });
  expect(listSeed(folder)).toEqual({
    ok: true,
    value: vintages.map(({ manifest: { release, released }, snapshot: { sha256 } }) => ({
      release,
      released,
      sha256,
    })),
  });
});

test("a row holds a line of a table, and what a release says of itself stands once", () => {
  const texts = valueOf(writeCollection(lines, parsed(), origin));
  const [heading, row] = (texts.get("observations.csv") ?? "").split("\n");
  expect(heading).toMatch(/^released,line,column-1,.*,column-8$/);
  expect(row).toMatch(/^2013-01-16,1(,-?\d+\.\d){8}$/);
  expect(texts.get("vintages.csv")).toContain(
    ",hp357,2012-12,2,12m 2011-12,12m 2012-12,month 2012-09,",
  );
});

test("a figure, a day or a name that was changed by hand is a problem", () => {
  const folder = makeFolder();
  change(folder, "observations.csv", (text) => text.replace(/\.\d\n/, ".x\n"));
  expect(problemsOf(readSeed(folder, catalogue))).toEqual(["wrong-hash observations.csv:1"]);
  change(folder, "vintages.csv", (text) => text.replace("hp357", "hp358"));
  expect(problemsOf(readSeed(folder, catalogue))).toEqual([
    "wrong-hash vintages.csv:1",
    "wrong-hash observations.csv:1",
  ]);
  change(folder, "vintages.csv", (text) => text.replace("2013-02-16", "2013-02-30"));
  expect(problemsOf(listSeed(folder))).toEqual(["wrong-shape vintages.csv:3"]);
});

test("tables with hashes made to fit are still held against the file they came from", () => {
  const folder = makeFolder();
  const text = readFileSync(path.join(folder, "observations.csv"), "utf8");
  const other = text.replace(
    /,(\d)(\d*\.\d\n)/,
    (_, digit: string, rest: string) => `,${(Number(digit) % 9) + 1}${rest}`,
  );
  writeFileSync(path.join(folder, "observations.csv"), other);
  change(folder, "manifest.json", (manifest) => manifest.replace(hashOf(text), hashOf(other)));
  expect(problemsOf(readSeed(folder, catalogue))).toEqual([
    `wrong-hash ${path.basename(folder)}:1`,
  ]);
});

test("a table or a manifest that is not there, or is not one of a collection, is a problem", () => {
  const folder = makeFolder();
  rmSync(path.join(folder, "vintages.csv"));
  expect(problemsOf(readSeed(folder, catalogue))).toEqual(["unreadable-file vintages.csv:1"]);
  expect(problemsOf(listSeed(folder))).toEqual(["unreadable-file vintages.csv:1"]);
  change(folder, "manifest.json", (text) => text.replace('"vintages": 3', '"vintages": 0'));
  expect(problemsOf(readSeed(folder, catalogue))).toEqual(["wrong-shape manifest.json:1"]);
  change(folder, "manifest.json", (text) => text.replace('"vintages": 0,', ""));
  expect(problemsOf(readSeed(folder, catalogue))).toEqual(["wrong-shape manifest.json:1"]);
});

test("a file whose lines end otherwise cannot be made again, and is no seed", () => {
  const sha256 = hashOf(lines.join("\n"));
  expect(problemsOf(writeCollection(lines, parsed(), { ...origin, sha256 }))).toEqual([
    "other-line-ends lines.csv:1",
  ]);
});
