import { accepted, refused, type Checked } from "#lib/series/checked";
import type { Problem } from "#lib/series/problem";
import { addProblems } from "../bounded-problems.ts";
import type { Catalogue } from "../catalogue.ts";
import { holdIdentities } from "../identities.ts";
import { blockIdentities, checkBlock } from "../mfh/holders-checks.ts";
import { holdersSeries } from "../mfh/holders-series.ts";
import { holdersTableOf } from "../mfh/holders-table.ts";
import { makeParsedFile, type ParsedFile } from "../parsed-file.ts";
import type { SourceFormat } from "../source-format.ts";
import { isBlank, splitRows, type SourceRow } from "../source-rows.ts";
import { titleIn } from "../title-in.ts";
import { readSlt5Block } from "./slt5-block.ts";
import { readSlt5Head, slt5HeadRows, slt5Months, slt5Title } from "./slt5-head.ts";
import { checkSlt5Notes } from "./slt5-notes.ts";

/** slt_table5.txt, the release `slt5`. */
export const table5: SourceFormat = {
  release: "slt5",
  description: `slt_table5.txt ("${slt5Title}")`,
  endsWithLineBreak: true,
  recognises: (lines) => titleIn(lines[0]) === slt5Title,
  parse(lines, catalogue, file) {
    const rows = splitRows(lines, file);
    if (!rows.ok) return rows;
    const parsed = parseTable5(rows.value, catalogue, file);
    return parsed.ok ? accepted([parsed.value]) : parsed;
  },
  series: (catalogue) => holdersSeries(catalogue, "slt5"),
  seedTables: ({ slt5: { measures } }) =>
    measures.map(({ slug }) => ({ name: `${slug}.csv`, measures: [slug] })),
};

/**
 * Five rows of head, the months, the twenty largest holders, All Other, Grand Total, three rows of official holders, a
 * blank, notes. Figures are USD billion to 0.1. Returns every problem; sums are only tried on a file that is otherwise whole.
 */
function parseTable5(
  rows: readonly SourceRow[],
  catalogue: Catalogue,
  file: string,
): Checked<ParsedFile> {
  const table = holdersTableOf(catalogue, "slt5");
  const problems = checkFields(rows, file);
  const columns = readSlt5Head(rows, table, file, problems);
  if (problems.length > 0) return refused(problems);
  const blank = rows.findIndex((row, at) => at >= slt5HeadRows && isBlank(row));
  const end = blank < 0 ? rows.length : blank;
  const block = readSlt5Block(rows.slice(slt5HeadRows, end), columns, table, file, problems);
  checkSlt5Notes(rows.slice(end), file, rows.length, problems);
  if (block) addProblems(problems, checkBlock(block, table, true, file));
  if (!block || problems.length > 0) {
    return refused(problems.sort((a, b) => a.at.line - b.at.line));
  }
  const held = holdIdentities(blockIdentities(block, table), table.layout.acknowledged, file);
  if (!held.ok) return held;
  const lines = [...block.parts, block.total, ...block.official];
  const cells = lines.flatMap((line) => line.cells);
  return accepted(makeParsedFile(catalogue, table5, cells, { violations: held.value }));
}

function checkFields(rows: readonly SourceRow[], file: string): Problem[] {
  const wanted = slt5Months + 1;
  return rows.flatMap(({ line, fields }): Problem[] => {
    if (fields.length === wanted) return [];
    return [
      {
        kind: "wrong-field-count",
        message: `Expected ${wanted} tab-separated fields, found ${fields.length}`,
        at: { file, line, column: Math.min(fields.length, wanted) },
        fix: "the line is cut or joined; fetch the file again",
      },
    ];
  });
}
