import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPeriod } from "#lib/series/period";
import type { Catalogue } from "./catalogue.ts";
import { figuresOf, lineOf, parseLines, swapped, withField } from "./fixtures/damage.ts";
import { madeMfhhis01 } from "./mfh/made-mfhhis01.ts";
import { madeSltTable } from "./slt/made-slt-table.ts";
import { smallCatalogue, wholeCatalogue } from "./fixtures/small-catalogue.ts";
import { readLines } from "./source-rows.ts";
import { parseVintage } from "./parse-source.ts";

/** Not part of the project: the Treasury's own files, which are never committed. */
const shared = "../shared/tic";

interface Example {
  readonly name: string;
  readonly lines: readonly string[];
  readonly catalogue: Catalogue;
  readonly runs: number;
}

const [from, to] = ["2022-12", "2023-04"];
if (!isPeriod(from) || !isPeriod(to)) throw new Error("Not periods");

const examples: Example[] = [
  {
    name: "a made slt_table1.txt",
    lines: madeSltTable(smallCatalogue(), "slt1", from, to, 11),
    catalogue: smallCatalogue(),
    runs: 150,
  },
  {
    name: "a made mfhhis01.txt",
    lines: madeMfhhis01(smallCatalogue(), 2004, 11),
    catalogue: smallCatalogue(),
    runs: 150,
  },
  ...real("2026-02-18/mfhhis01.txt", 12),
  ...real("2026-06-18/mfhhis01.txt", 12),
  ...real("2026-06-18/slt_table1.txt", 3),
];

function real(name: string, runs: number): Example[] {
  const file = `${shared}/${name}`;
  if (!existsSync(file)) {
    console.log(`Not tried: damage to ${name}, because ${shared} is not there`);
    return [];
  }
  const lines = readFileSync(file, "utf8")
    .replace(/\r?\n$/, "")
    .split(/\r?\n/);
  return [{ name, lines, catalogue: wholeCatalogue(), runs }];
}

describe.each(examples)("$name", { timeout: 60_000 }, ({ lines, catalogue, runs }) => {
  const whole = parseLines(lines, catalogue);
  if (!whole.ok) throw new Error(JSON.stringify(whole.problems.slice(0, 3)));
  const figures = figuresOf(whole.value);
  // Fixed, so that a run of the tests depends on nothing but the code.
  const settings = { numRuns: runs, seed: 20_260_618 };
  const anyLine = fc.integer({ min: 1, max: lines.length });

  /** Problems, or the very same figures: never others. Gives whether it was refused. */
  function refusedOrSame(damaged: readonly string[]): boolean {
    const result = parseLines(damaged, catalogue);
    if (result.ok) expect(figuresOf(result.value) === figures).toBe(true);
    else expect(result.problems.every(({ at }) => at.line >= 1 && at.column >= 1)).toBe(true);
    return !result.ok;
  }

  /** Lines that hold figures, which no file may lose. */
  const figureLines = new Set(whole.value.cells.map(({ line }) => line));
  const anyFigureLine = fc.constantFrom(...figureLines);

  test("cut after any line, it is refused or says the same", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const refused = refusedOrSame(lines.slice(0, line));
        if (line <= Math.max(...figureLines)) expect(refused).toBe(true);
      }),
      settings,
    );
  });

  test("cut inside any line of figures, it is refused", () => {
    fc.assert(
      fc.property(anyFigureLine, fc.double({ min: 0, max: 0.99, noNaN: true }), (line, part) => {
        const text = lines[line - 1] ?? "";
        const cut = [...lines.slice(0, line - 1), text.slice(0, Math.floor(text.length * part))];
        expect(refusedOrSame(cut)).toBe(true);
      }),
      settings,
    );
  });

  test("with any two lines swapped, it is refused or says the same", () => {
    fc.assert(
      fc.property(anyLine, anyLine, (one, other) => {
        refusedOrSame(swapped(lines, one, other));
      }),
      settings,
    );
  });

  test("with any line of figures twice or lost, it is refused", () => {
    fc.assert(
      fc.property(anyFigureLine, fc.boolean(), (line, twice) => {
        const damaged = twice
          ? lines.toSpliced(line, 0, lines[line - 1] ?? "")
          : lines.toSpliced(line - 1, 1);
        expect(refusedOrSame(damaged)).toBe(true);
      }),
      settings,
    );
  });

  test("with any line twice or lost, it is refused or says the same", () => {
    fc.assert(
      fc.property(anyLine, fc.boolean(), (line, twice) => {
        refusedOrSame(
          twice ? lines.toSpliced(line, 0, lines[line - 1] ?? "") : lines.toSpliced(line - 1, 1),
        );
      }),
      settings,
    );
  });

  test("with a digit of a grand total changed, it is refused", () => {
    const cells = whole.value.cells.filter(
      ({ key, value }) => key.endsWith(".grand-total") && value !== null,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...cells),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (cell, pick, by) => {
          const value = cell.value ?? "";
          // Not the tenths of billions: a tenth lies within what rounding explains.
          const places = Array.from(
            (value.split(".")[0] ?? "").matchAll(/\d/g),
            ({ index }) => index,
          );
          const place = places[pick % places.length] ?? 0;
          const digit = String((Number(value[place]) + by) % 10);
          const text = value.slice(0, place) + digit + value.slice(place + 1);
          expect(refusedOrSame(withField(lines, cell.line, cell.column, text))).toBe(true);
        },
      ),
      settings,
    );
  });
});

test("any bytes give problems, and never an exception", () => {
  const catalogue = smallCatalogue();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const lines = readLines(bytes, "any");
      const parsed = parseVintage(bytes, catalogue, "any");
      expect(parsed.ok).toBe(false);
      if (!lines.ok && !parsed.ok) expect(parsed.problems).toEqual(lines.problems);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test(
  "any text in any field of a made file gives problems or figures, and never an exception",
  { timeout: 60_000 },
  () => {
    const catalogue = smallCatalogue();
    const files = [madeSltTable(catalogue, "slt1", from, to, 2), madeMfhhis01(catalogue, 2003, 2)];
    const anyText = fc.oneof(
      fc.string(),
      fc.constantFrom('"', "\t", "n.a.", "-0", "Grand Total", "2003", "Dec", "1/"),
    );
    fc.assert(
      fc.property(fc.nat(1), fc.nat(), fc.nat(), anyText, (which, pick, column, text) => {
        const lines = files[which] ?? [];
        const at = pick % lines.length;
        const width = lines[at]?.split("\t").length ?? 1;
        const damaged = withField(lines, at + 1, (column % width) + 1, text);
        expect(() => parseLines(damaged, catalogue)).not.toThrow();
      }),
      { numRuns: 600, seed: 2 },
    );
  },
);

test("the made files stand where the real ones do", () => {
  expect(lineOf(madeSltTable(smallCatalogue(), "slt1", from, to, 1), "country\t")).toBe(9);
  expect(lineOf(madeMfhhis01(smallCatalogue(), 2003, 1), "Country\t2003")).toBe(7);
});
