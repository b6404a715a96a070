import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPeriod, type Period } from "#lib/series/period";
import type { Catalogue } from "../catalogue.ts";
import { kindsOf, parseLines, withField } from "../fixtures/damage.ts";
import { smallCatalogue, wholeCatalogue } from "../fixtures/small-catalogue.ts";
import { madeSltTable } from "./made-slt-table.ts";
import { sltTableOf, type SltRelease } from "./slt-table.ts";

/** The Treasury's own files, which are never committed. */
const shared = "../shared/tic/2026-06-18";

interface Example {
  readonly name: string;
  readonly release: SltRelease;
  readonly lines: readonly string[];
  readonly catalogue: Catalogue;
  readonly runs: number;
}

const small = smallCatalogue();
const examples: Example[] = (["slt1", "slt2", "slt3"] as const).flatMap((release) => [
  {
    name: `a made file of ${release}`,
    release,
    lines: madeSltTable(small, release, month("2022-11"), month("2023-04"), 5),
    catalogue: small,
    runs: 100,
  },
  ...real(release),
]);

function month(text: string): Period {
  if (!isPeriod(text)) throw new Error(text);
  return text;
}

function real(release: SltRelease): Example[] {
  const file = `${shared}/slt_table${release.slice(3)}.txt`;
  if (!existsSync(file)) {
    console.log(`Not tried: figures missing from ${release}, because ${shared} is not there`);
    return [];
  }
  const lines = readFileSync(file, "utf8").trimEnd().split(/\r?\n/);
  return [
    { name: `slt_table of ${release}`, release, lines, catalogue: wholeCatalogue(), runs: 6 },
  ];
}

describe.each(examples)("$name", { timeout: 120_000 }, ({ release, lines, catalogue, runs }) => {
  const intact = parseLines(lines, catalogue);
  if (!intact.ok) throw new Error(JSON.stringify(intact.problems.slice(0, 3)));
  const { columns, layout } = sltTableOf(catalogue, release);
  const { whole, parts } = layout.classSum;
  const published = new Set(
    intact.value.cells
      .filter(({ value }) => value !== null)
      .map(({ line, column }) => `${line} ${column}`),
  );
  /** Whether another class of the same line, month and measure is published with the whole. */
  const isSummed = ({ line, column }: { line: number; column: number }): boolean => {
    const measure = columns[column - 4]?.measure;
    const places = columns.flatMap((one, at) => (one.measure === measure ? [at + 4] : []));
    const classOf = (place: number) => columns[place - 4]?.security.slug ?? "";
    const wholeAt = places.find((place) => classOf(place) === whole);
    return (
      wholeAt !== undefined &&
      published.has(`${line} ${wholeAt}`) &&
      places.some((place) => parts.includes(classOf(place)) && published.has(`${line} ${place}`))
    );
  };
  const figures = intact.value.cells.filter((cell) => cell.value !== null && isSummed(cell));

  test("with any figure of a sum replaced by n.a., it is refused", () => {
    expect(figures.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.constantFrom(...figures), ({ line, column }) => {
        const damaged = withField(lines, line, column, "n.a.");
        expect(kindsOf(parseLines(damaged, catalogue))).toContain("published-apart");
      }),
      { numRuns: runs },
    );
  });
});

test("a derived flow that is missing while both stocks are published is refused", () => {
  const lines = madeSltTable(small, "slt3", month("2022-11"), month("2023-04"), 5);
  const japan = lines.findIndex((line) => line.startsWith("Japan\t42609\t2023-01"));
  const flow = sltTableOf(small, "slt3").columns.findIndex(
    ({ field }) => field === "for_st_treas_net",
  );
  const damaged = withField(lines, japan + 1, flow + 4, "n.a.");
  expect(kindsOf(parseLines(damaged, small))).toEqual(["published-apart"]);
});
