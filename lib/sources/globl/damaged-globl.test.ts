import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "../catalogue.ts";
import { figuresOf, swapped } from "../fixtures/damage.ts";
import { trials } from "../fixtures/trials.ts";
import { wholeCatalogue } from "../fixtures/small-catalogue.ts";
import type { SourceCell } from "../source-cell.ts";
import { parseVintage } from "../parse-source.ts";
import { madeS1 } from "../s1/made-s1.ts";
import { madeSlt3d } from "../slt3d/made-slt3d.ts";
import { globlCatalogue } from "./made-globl.ts";

/** The Treasury's own files, which are never committed. */
const shared = "../shared/tic/frozen";

interface Example {
  readonly name: string;
  readonly text: string;
  readonly separator: "\t" | ",";
  readonly catalogue: Catalogue;
  readonly runs: number;
}

const small = globlCatalogue();
const examples: Example[] = [
  {
    name: "a made s1_globl.txt",
    text: madeS1(small, 11).join("\r\n"),
    separator: "\t",
    catalogue: small,
    runs: 40,
  },
  {
    name: "a made slt3d_globl.csv",
    text: madeSlt3d(small, 11).join("\r\n"),
    separator: ",",
    catalogue: small,
    runs: 40,
  },
  ...real("s1_globl.txt", "\t", 1),
  ...real("slt3d_globl.csv", ",", 2),
];

function real(name: string, separator: "\t" | ",", runs: number): Example[] {
  if (!existsSync(shared)) {
    console.log(`Not tried: damage to ${name}, because ${shared} is not there`);
    return [];
  }
  const text = readFileSync(`${shared}/${name}`, "utf8");
  return [{ name, text, separator, catalogue: wholeCatalogue(), runs }];
}

/** Rows whose every column is part of an exact sum: a changed digit shows itself. */
const summed =
  /\.(grand-total|all-countries|total-(europe|asia|africa|other|latin-america|caribbean)|canada)$/;

function isSummed({ key, period, value }: SourceCell): boolean {
  return value !== null && summed.test(key) && period >= "1991-07";
}

describe.each(examples)("$name", { timeout: 120_000 }, (example) => {
  const { text, separator, catalogue, runs } = example;
  const lines = text.split("\r\n");
  const whole = parseText(text);
  if (!whole.ok) throw new Error(JSON.stringify(whole.problems.slice(0, 3)));
  const { cells, violations } = whole.value;
  const figures = figuresOf(whole.value);
  const settings = trials(runs, 20_230_315);
  const last = cells.reduce((most, { line }) => Math.max(most, line), 0);
  const first = cells.reduce((least, { line }) => Math.min(least, line), last);
  const anyLine = fc.integer({ min: 1, max: lines.length });
  const anyFigureLine = fc.integer({ min: first, max: last });
  const anyPart = fc.double({ min: 0, max: 0.999_999, noNaN: true });

  function parseText(damaged: string) {
    return parseVintage(new TextEncoder().encode(damaged), catalogue, "damaged");
  }

  /** Problems with their places, or the very same figures: never others. Gives whether it was refused. */
  function refusedOrSame(damaged: string): boolean {
    const result = parseText(damaged);
    if (result.ok) expect(figuresOf(result.value) === figures).toBe(true);
    else expect(result.problems.every(({ at }) => at.line >= 1 && at.column >= 1)).toBe(true);
    return !result.ok;
  }

  test("cut after any character, it is refused, or nothing but blank lines is lost", () => {
    fc.assert(
      fc.property(anyPart, (part) => {
        const cut = text.slice(0, Math.floor(text.length * part));
        const lost = text.slice(cut.length).replace(/[\s"]/g, "");
        const refused = refusedOrSame(cut);
        if (lost !== "") expect(refused).toBe(true);
      }),
      settings,
    );
  });

  test("with any figure replaced by n.a., it is refused where it is part of a sum", () => {
    const sums = cells.filter(isSummed);
    fc.assert(
      fc.property(fc.constantFrom(...sums), ({ line, column }) => {
        const fields = fieldsOf(lines[line - 1] ?? "", separator);
        const damaged = lines.with(line - 1, fields.with(column - 1, "n.a.").join(separator));
        expect(refusedOrSame(damaged.join("\r\n"))).toBe(true);
      }),
      settings,
    );
  });

  test("cut within its last line of figures, it is refused", () => {
    const start = lines.slice(0, last - 1).join("\r\n").length;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: lines[last - 1]?.length ?? 0 }), (more) => {
        expect(refusedOrSame(text.slice(0, start + 2 + more))).toBe(true);
      }),
      settings,
    );
  });

  test("with any two lines swapped, it is refused or says the same", () => {
    fc.assert(
      fc.property(anyLine, anyLine, (one, other) => {
        refusedOrSame(swapped(lines, one, other).join("\r\n"));
      }),
      settings,
    );
  });

  test("with any line of figures twice, lost, or joined to the next, it is refused", () => {
    fc.assert(
      fc.property(anyFigureLine, fc.nat(2), (line, kind) => {
        const own = lines[line - 1] ?? "";
        const damaged =
          kind === 0
            ? lines.toSpliced(line, 0, own)
            : kind === 1
              ? lines.toSpliced(line - 1, 1)
              : lines.toSpliced(line - 1, 2, own + (lines[line] ?? ""));
        expect(refusedOrSame(damaged.join("\r\n"))).toBe(true);
      }),
      settings,
    );
  });

  test("with any line outside the figures twice or lost, it is refused or says the same", () => {
    fc.assert(
      fc.property(anyLine, fc.boolean(), (line, twice) => {
        const own = lines[line - 1] ?? "";
        refusedOrSame(
          (twice ? lines.toSpliced(line, 0, own) : lines.toSpliced(line - 1, 1)).join("\r\n"),
        );
      }),
      settings,
    );
  });

  test("with a digit of a total changed, it is refused, or the sum is recorded as not holding", () => {
    const totals = cells.filter(isSummed);
    fc.assert(
      fc.property(
        fc.constantFrom(...totals),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (cell, pick, by) => {
          const printed = cell.value ?? "";
          const place = pick % printed.length;
          const digit = String((Number(printed[place]) + by) % 10);
          const changed = printed.slice(0, place) + digit + printed.slice(place + 1);
          const fields = fieldsOf(lines[cell.line - 1] ?? "", separator);
          const line = fields.with(cell.column - 1, withCommas(changed)).join(separator);
          const result = parseText(lines.with(cell.line - 1, line).join("\r\n"));
          if (!result.ok) return;
          const added = result.value.violations.filter(
            (one) => !violations.some((known) => isDeeplySame(known, one)),
          );
          expect(added.length).toBeGreaterThan(0);
          expect(added.every(({ period }) => period === cell.period)).toBe(true);
        },
      ),
      settings,
    );
  });

  test("in another encoding, it is refused", () => {
    const latin = Buffer.from(
      text.replace("Austria", "Áustria").replace("Japan", "Jápan"),
      "latin1",
    );
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    for (const bytes of [latin, wide]) {
      const result = parseVintage(bytes, catalogue, "damaged");
      expect(result.ok ? [] : result.problems.map(({ kind }) => kind)).toEqual(["wrong-encoding"]);
    }
  });

  test("with the separators of another program, it is refused", () => {
    const other = separator === "," ? "\t" : ",";
    const saved = lines.map((line) => fieldsOf(line, separator).join(other)).join("\r\n");
    expect(refusedOrSame(saved)).toBe(true);
  });

  test("any text in any field gives problems or figures, and never an exception", () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.constantFrom('"', "\t", ",", "n.a.", '"n.a."', "-0", "2001-01", "99996", "Japan"),
    );
    fc.assert(
      fc.property(anyLine, fc.nat(), anyText, (line, column, own) => {
        const fields = fieldsOf(lines[line - 1] ?? "", separator);
        const damaged = fields.with(column % fields.length, own).join(separator);
        expect(() => parseText(lines.with(line - 1, damaged).join("\r\n"))).not.toThrow();
      }),
      settings,
    );
  });
});

test("with lines of the other file among its own, it is refused", () => {
  const [s1 = [], slt3d = []] = examples.slice(0, 2).map(({ text }) => text.split("\r\n"));
  for (const [own, other] of [
    [s1, slt3d],
    [slt3d, s1],
  ] as const) {
    const mixed = [...own.slice(0, 40), ...other.slice(40, 60), ...own.slice(60)].join("\r\n");
    expect(parseVintage(new TextEncoder().encode(mixed), small, "mixed").ok).toBe(false);
    const joined = [...own, ...other].join("\r\n");
    expect(parseVintage(new TextEncoder().encode(joined), small, "joined").ok).toBe(false);
  }
});

/** The fields as they stand, quotes included. */
function fieldsOf(line: string, separator: "\t" | ","): string[] {
  const field = separator === "," ? /"[^"]*"|[^,]+|(?<=,|^)(?=,|$)/g : /[^\t]*/g;
  return separator === "," ? (line.match(field) ?? [""]) : line.split("\t");
}

function withCommas(digits: string): string {
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, ",");
  return digits.length < 4 ? grouped : `"${grouped}"`;
}

function isDeeplySame(left: object, right: object): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
