import type { Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import { addProblems } from "../bounded-problems.ts";
import type { Catalogue } from "../catalogue.ts";
import { refused, accepted, type Checked } from "#lib/series/checked";
import { isMfhFoot, readBlock, type MfhBlock } from "./mfh-block.ts";
import { blockIdentities, checkBlock } from "./holders-checks.ts";
import { holdersSeries } from "./holders-series.ts";
import { holdersTableOf, type HoldersTable } from "./holders-table.ts";
import { readMfhNotes } from "./mfh-notes.ts";
import { checkYears } from "./mfh-years.ts";
import { holdIdentities } from "../identities.ts";
import { makeParsedFile, type ParsedFile } from "../parsed-file.ts";
import type { SeedTable } from "../seed-table.ts";
import type { SourceFormat } from "../source-format.ts";
import { isBlank, splitRows, textsOf, type SourceRow } from "../source-rows.ts";
import { titleIn } from "../title-in.ts";

/** Title of mfhhis01.txt. */
export const mfhTitle = "MAJOR FOREIGN HOLDERS OF TREASURY SECURITIES";

const headRows: readonly (readonly [kind: string, text: string])[] = [
  ["wrong-title", mfhTitle],
  ["wrong-unit", "(in billions of dollars)"],
  ["wrong-title", "HOLDINGS 1/ AT END OF PERIOD"],
];

/** The name and thirteen months. */
const fieldCount = 14;

/**
 * mfhhis01.txt: three titles, then a block for each year, newest first, then notes. Figures are USD billion to 0.1. Names
 * differ from year to year, so the sums of each block are what shows that none is lost. Returns every problem; sums are
 * only tried on a file whose form is right.
 */
function parseMfhhis01(
  rows: readonly SourceRow[],
  catalogue: Catalogue,
  file: string,
): Checked<ParsedFile> {
  const problems = [...checkHead(rows, file), ...checkFields(rows, file)];
  if (problems.length > 0) return refused(problems);
  const table = holdersTableOf(catalogue, "mfh");
  const { begins } = catalogue.mfh;
  const { blocks, next } = readBlocks(rows, table, begins, file, problems);
  const stated = readMfhNotes(rows, next, blocks, file, problems);
  if (problems.length === 0) addProblems(problems, checkYears(blocks, begins, file));
  addProblems(
    problems,
    blocks.flatMap((block) => checkBlock(block, table, block.allParts, file)),
  );
  if (problems.length > 0) return refused(problems.sort((a, b) => a.at.line - b.at.line));
  const identities = blocks.flatMap((block) => [...blockIdentities(block, table)]);
  const held = holdIdentities(identities, table.layout.acknowledged, file);
  if (!held.ok) return held;
  const cells = blocks.flatMap(({ parts, total, official }) =>
    [...parts, total, ...official].flatMap((line) => line.cells),
  );
  const about = { statedDate: stated, violations: held.value };
  return accepted(makeParsedFile(catalogue, mfhhis01, cells, about));
}

function readBlocks(
  rows: readonly SourceRow[],
  table: HoldersTable,
  begins: Period,
  file: string,
  problems: Problem[],
): { blocks: MfhBlock[]; next: number } {
  const blocks: MfhBlock[] = [];
  let next = headRows.length;
  for (;;) {
    while (next < rows.length && isBlank(rows[next])) next += 1;
    const row = rows[next];
    if (!row || isMfhFoot(row)) return { blocks, next };
    const read = readBlock(rows, next, table, begins, file, problems);
    if (read.block) blocks.push(read.block);
    next = read.next;
  }
}

function checkHead(rows: readonly SourceRow[], file: string): Problem[] {
  return headRows.flatMap(([kind, expected], at): Problem[] => {
    const found = textsOf(rows[at]).join(" ");
    if (found === expected) return [];
    return [
      {
        kind,
        message: `Expected "${expected}", found "${found}"`,
        at: { file, line: at + 1, column: 1 },
        fix: "check that this is the Treasury's file; if the Treasury has changed its form, change the loader",
      },
    ];
  });
}

function checkFields(rows: readonly SourceRow[], file: string): Problem[] {
  return rows.flatMap(({ line, fields }): Problem[] => {
    if (fields.length === fieldCount) return [];
    return [
      {
        kind: "wrong-field-count",
        message: `Expected ${fieldCount} tab-separated fields, found ${fields.length}`,
        at: { file, line, column: Math.min(fields.length, fieldCount) },
        fix: "the line is cut or joined; fetch the file again",
      },
    ];
  });
}

/** mfhhis01.txt, the release `mfh`. */
export const mfhhis01: SourceFormat = {
  release: "mfh",
  description: `mfhhis01.txt ("${mfhTitle}")`,
  recognises: (lines) => titleIn(lines[0]) === mfhTitle,
  parse(lines, catalogue, file) {
    const rows = splitRows(lines, file);
    if (!rows.ok) return rows;
    const parsed = parseMfhhis01(rows.value, catalogue, file);
    return parsed.ok ? accepted([parsed.value]) : parsed;
  },
  series: (catalogue) => holdersSeries(catalogue, "mfh"),
  seedTables,
};

/** One for each measure, as the rows of a year differ between them. */
function seedTables({ mfh: { measures } }: Catalogue): readonly SeedTable[] {
  const slugs = [
    ...measures.map(({ slug }) => slug),
    ...measures.map(({ comparison }) => comparison),
  ];
  return slugs.map((slug) => ({ name: `${slug}.csv`, measures: [slug] }));
}
