import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPeriod } from "#lib/series/period";
import type { Catalogue } from "./catalogue.ts";
import { figuresOf, lineOf, parseLines, swapped, withField } from "./fixtures/damage.ts";
import { madeMfhhis01 } from "./mfh/made-mfhhis01.ts";
import { madeSltTable } from "./slt/made-slt-table.ts";
import { trials } from "./fixtures/trials.ts";
import { smallCatalogue, wholeCatalogue } from "./fixtures/small-catalogue.ts";
import { madeSlt5 } from "./slt5/made-slt5.ts";
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

const small = smallCatalogue();
const whole = wholeCatalogue();
const slt1 = madeSltTable(small, "slt1", from, to, 11);

const examples: Example[] = [
  { name: "a made slt_table1.txt", lines: slt1, catalogue: small, runs: 50 },
  {
    name: "a made slt_table2.txt",
    lines: madeSltTable(small, "slt2", from, to, 12),
    catalogue: small,
    runs: 40,
  },
  {
    name: "a made slt_table3.txt",
    lines: madeSltTable(small, "slt3", from, to, 13),
    catalogue: small,
    runs: 40,
  },
  { name: "a made slt_table5.txt", lines: madeSlt5(whole, to, 11), catalogue: whole, runs: 50 },
  {
    name: "a made mfhhis01.txt",
    lines: madeMfhhis01(small, 2004, 11),
    catalogue: small,
    runs: 50,
  },
  ...real("2026-02-18/mfhhis01.txt", 6),
  ...real("2026-06-18/mfhhis01.txt", 6),
  ...real("2026-06-18/slt_table1.txt", 2),
  ...real("2026-06-18/slt_table2.txt", 2),
  ...real("2026-06-18/slt_table3.txt", 2),
  ...real("2026-06-18/slt_table5.txt", 50),
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
  return [{ name, lines, catalogue: whole, runs }];
}

describe.each(examples)("$name", { timeout: 60_000 }, ({ lines, catalogue, runs }) => {
  const intact = parseLines(lines, catalogue);
  if (!intact.ok) throw new Error(JSON.stringify(intact.problems.slice(0, 3)));
  const figures = figuresOf(intact.value);
  const settings = trials(runs, 20_260_618);
  const anyLine = fc.integer({ min: 1, max: lines.length });

  /** Problems, or the very same figures: never others. Gives whether it was refused. */
  function refusedOrSame(damaged: readonly string[]): boolean {
    const result = parseLines(damaged, catalogue);
    if (result.ok) expect(figuresOf(result.value) === figures).toBe(true);
    else expect(result.problems.every(({ at }) => at.line >= 1 && at.column >= 1)).toBe(true);
    return !result.ok;
  }

  /** Lines that hold figures, which no file may lose. */
  const figureLines = new Set(intact.value.cells.map(({ line }) => line));
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

  test("with a digit of a grand total changed, it is refused or the place is a violation", () => {
    const totals = intact.value.cells.filter(
      ({ key, value }) => key.endsWith(".grand-total") && value !== null,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...totals),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        ({ value, line, column }, pick, by) => {
          const text = value ?? "";
          // Not the tenths of billions: a tenth lies within what rounding explains.
          const places = Array.from(
            (text.split(".")[0] ?? "").matchAll(/\d/g),
            ({ index }) => index,
          );
          const place = places[pick % places.length] ?? 0;
          const digit = String((Number(text[place]) + by) % 10);
          const changed = text.slice(0, place) + digit + text.slice(place + 1);
          const result = parseLines(withField(lines, line, column, changed), catalogue);
          if (!result.ok) return;
          const found = result.value.violations.filter(
            (one) => one.line === line && one.column === column && one.found === changed,
          );
          expect(found.length).toBeGreaterThan(0);
          expect(found.every(({ acknowledged }) => !acknowledged)).toBe(true);
        },
      ),
      settings,
    );
  });

  test("with its end or its beginning from another table, it is refused", () => {
    fc.assert(
      fc.property(anyFigureLine, fc.nat(), fc.boolean(), (line, pick, head) => {
        const other = lines[0] === slt1[0] ? madeMfhhis01(small, 2003, 1) : slt1;
        // Inside the figures: all of another table with these notes below it is that table, and whole.
        const cut = pick % 40;
        const mixed = head
          ? [...other.slice(0, cut + 1), ...lines.slice(line)]
          : [...lines.slice(0, line), ...other.slice(cut)];
        expect(refusedOrSame(mixed)).toBe(true);
      }),
      settings,
    );
  });
});

test.each(examples.map(({ name, lines, catalogue }) => [name, lines, catalogue] as const))(
  "%s in another encoding is refused or says the same",
  (_, lines, catalogue) => {
    const text = `${lines.join("\r\n")}\r\n`;
    const kindOf = (bytes: Uint8Array) => {
      const result = parseVintage(bytes, catalogue, "made.txt");
      return result.ok ? figuresOf(result.value) : result.problems[0]?.kind;
    };
    const plain = Buffer.from(text);
    const figures = kindOf(plain);
    expect(kindOf(Buffer.from(`\uFEFF${text}`)) === figures).toBe(true);
    expect(kindOf(Buffer.from(`\uFEFF${text}`, "utf16le"))).toBe("wrong-encoding");
    expect(kindOf(Buffer.from(text, "utf16le"))).toBe("control-character");
    expect(kindOf(Buffer.from(text.replace(" ", "\u00a0"), "latin1"))).toBe("wrong-encoding");
    expect(kindOf(Buffer.from(lines.join("\r")))).toBe("control-character");
    expect(kindOf(gzipSync(plain))).toBe("compressed-file");
  },
);

test("any bytes give problems, and never an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const lines = readLines(bytes, "any");
      const parsed = parseVintage(bytes, small, "any");
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
    const files = [
      ...(["slt1", "slt2", "slt3"] as const).map((one) => madeSltTable(small, one, from, to, 2)),
      madeMfhhis01(small, 2003, 2),
      madeSlt5(whole, to, 2),
    ];
    const anyText = fc.oneof(
      fc.string(),
      fc.constantFrom('"', "\t", "n.a.", "-0", "Grand Total", "2003", "Dec", "1/"),
    );
    fc.assert(
      fc.property(fc.nat(4), fc.nat(), fc.nat(), anyText, (which, pick, column, text) => {
        const lines = files[which] ?? [];
        const at = pick % lines.length;
        const width = lines[at]?.split("\t").length ?? 1;
        const damaged = withField(lines, at + 1, (column % width) + 1, text);
        expect(() => parseLines(damaged, which === 4 ? whole : small)).not.toThrow();
      }),
      { numRuns: 1000, seed: 2 },
    );
  },
);

test("the made files stand where the real ones do", () => {
  expect(lineOf(slt1, "country\t")).toBe(9);
  expect(lineOf(madeMfhhis01(small, 2003, 1), "Country\t2003")).toBe(7);
});
