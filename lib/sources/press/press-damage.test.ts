import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "../catalogue.ts";
import { swapped, withLine } from "../fixtures/damage.ts";
import { trials } from "../fixtures/trials.ts";
import { smallCatalogue, wholeCatalogue } from "../fixtures/small-catalogue.ts";
import { parseSource } from "../parse-source.ts";
import type { ParsedFile } from "../parsed-file.ts";
import { madeCatalogue, madePress, month } from "./made-press.ts";

/** The Treasury's figures as collected, which are never committed as a file. */
const collected = "../shared/tic/press-releases/lines.csv";

const [first, last] = [month("2015-03"), month("2015-08")];
/** Every line twice in the third release, as in the collection. */
const made = madePress(first, last, 5).flatMap((line) =>
  line.includes(",2015-05,month,") || /,2015-05,(12m|year),/.test(line) ? [line, line] : [line],
);

interface Example {
  readonly name: string;
  readonly lines: readonly string[];
  readonly catalogue: Catalogue;
  readonly runs: number;
}

const examples: Example[] = [
  {
    name: "a made lines.csv",
    lines: made,
    catalogue: madeCatalogue(smallCatalogue(), first, last),
    runs: 40,
  },
  ...(existsSync(collected)
    ? [
        {
          name: "lines.csv",
          lines: readFileSync(collected, "utf8").trimEnd().split("\r\n"),
          catalogue: wholeCatalogue(),
          runs: 2,
        },
      ]
    : []),
];
if (!existsSync(collected)) console.log("Not tried: damage to lines.csv, which is not there");

describe.each(examples)("$name", { timeout: 120_000 }, ({ lines, catalogue, runs }) => {
  const whole = parse(lines);
  if (!whole.ok) throw new Error(JSON.stringify(whole.problems.slice(0, 3)));
  const figures = figuresOf(whole.value);
  const settings = trials(runs, 20_260_115);
  const anyLine = fc.integer({ min: 1, max: lines.length });
  const anyFigure = fc.integer({ min: 2, max: lines.length });

  function parse(damaged: readonly string[]) {
    const bytes = new TextEncoder().encode([...damaged, ""].join("\r\n"));
    return parseSource(bytes, catalogue, "lines.csv");
  }

  /** Problems with places, or the very same figures: never others. Gives whether it was refused. */
  function refusedOrSame(damaged: readonly string[]): boolean {
    const result = parse(damaged);
    if (result.ok) expect(figuresOf(result.value) === figures).toBe(true);
    else expect(result.problems.every(({ at }) => at.line >= 1 && at.column >= 1)).toBe(true);
    return !result.ok;
  }

  test("cut after any line, or within one, it is refused", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: lines.length - 1 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (line, part) => {
          const text = lines[line] ?? "";
          expect(refusedOrSame(lines.slice(0, line))).toBe(true);
          const cut = [...lines.slice(0, line), text.slice(0, Math.floor(text.length * part))];
          expect(refusedOrSame(cut)).toBe(true);
        },
      ),
      settings,
    );
  });

  test("with any line lost or twice, it is refused", () => {
    fc.assert(
      fc.property(anyLine, fc.boolean(), (line, twice) => {
        const damaged = twice
          ? lines.toSpliced(line, 0, lines[line - 1] ?? "")
          : lines.toSpliced(line - 1, 1);
        expect(refusedOrSame(damaged)).toBe(true);
      }),
      settings,
    );
  });

  test("with any two lines swapped, it is refused or says the same", () => {
    fc.assert(
      fc.property(anyLine, anyLine, (one, other) => {
        expect(refusedOrSame(swapped(lines, one, other))).toBe(lines[one - 1] !== lines[other - 1]);
      }),
      settings,
    );
  });

  test("with any figure changed where a sum covers it, the sum is recorded, or it is refused", () => {
    fc.assert(
      fc.property(anyFigure, fc.integer({ min: 1, max: 9 }), (line, by) => {
        const fields = (lines[line - 1] ?? "").split(",");
        const value = (Number(fields[6]) + by).toFixed(1);
        const damaged = parse(withLine(lines, line, fields.with(6, value).join()));
        // Two differences of the release that does not add up may cancel out; then the third sum shows it.
        if (damaged.ok) expect(violationsOf(damaged.value)).not.toBe(violationsOf(whole.value));
      }),
      settings,
    );
  });

  test("with any text in any field, there are problems or the same, and never an exception", () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.constantFrom('"', ",", "-0.0", "1e3", "2006-13", "1000-01", "12m", "hp1"),
    );
    fc.assert(
      fc.property(anyFigure, fc.integer({ min: 0, max: 5 }), anyText, (line, field, text) => {
        const fields = (lines[line - 1] ?? "").split(",");
        refusedOrSame(withLine(lines, line, fields.with(field, text).join()));
      }),
      settings,
    );
  });
});

function figuresOf(vintages: readonly ParsedFile[]): string {
  return vintages
    .flatMap(({ collected: vintage, cells }) => [
      `${vintage?.released} ${vintage?.name}`,
      ...cells.map(({ key, period, value }) => `${key} ${period} ${value}`),
    ])
    .join("\n");
}

function violationsOf(vintages: readonly ParsedFile[]): string {
  return JSON.stringify(vintages.map(({ violations }) => violations));
}
