import type { Problem } from "#lib/series/problem";
import type { Catalogue } from "../catalogue.ts";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { makeParsedFile, type ParsedFile } from "../parsed-file.ts";
import { checkSlt1Head, slt1HeadRows, slt1Title } from "./table1-head.ts";
import { checkSlt1Identities } from "./table1-identities.ts";
import { checkSlt1Notes } from "./table1-notes.ts";
import { checkSlt1Order, checkSlt1Spans } from "./table1-order.ts";
import { readSlt1Row } from "./table1-row.ts";
import { slt1Columns, slt1Series } from "./table1-series.ts";
import type { SourceFormat } from "../source-format.ts";
import { isBlank, splitRows, type SourceRow } from "../source-rows.ts";
import { titleIn } from "../title-in.ts";

/**
 * slt_table1.txt: five title rows, a blank, two headings, the machine names, then a line for each area and month, newest
 * first; a blank; definitions. Figures are USD million. The order is checked because a line in the wrong place is how a
 * damaged file shows itself; the identities because a damaged figure shows itself there. Returns every problem; the
 * identities are only tried on a file that is otherwise whole.
 */
function parseTable1(
  rows: readonly SourceRow[],
  catalogue: Catalogue,
  file: string,
): Checked<ParsedFile> {
  const head = checkSlt1Head(rows, catalogue, file);
  if (head.length > 0) return refused(head);
  const blank = rows.findIndex((row, at) => at >= slt1HeadRows && isBlank(row));
  const end = blank < 0 ? rows.length : blank;
  const problems: Problem[] = [];
  const unread = new Set<number>();
  const data = rows.slice(slt1HeadRows, end).flatMap((row) => {
    const read = readSlt1Row(row, catalogue, file, problems);
    if (!read) unread.add(row.line);
    return read ?? [];
  });
  problems.push(...checkSlt1Order(data, file));
  problems.push(...checkSlt1Spans(data, catalogue, file, rows[end - 1]?.line ?? 1, unread));
  problems.push(...checkSlt1Notes(rows.slice(end), catalogue, file, rows.length));
  if (problems.length === 0) problems.push(...checkSlt1Identities(data, catalogue, file));
  if (problems.length > 0) return refused(problems.sort((a, b) => a.at.line - b.at.line));
  const cells = data.flatMap((row) => row.cells);
  return accepted(makeParsedFile(catalogue, table1, cells));
}

/** slt_table1.txt, the release `slt1`. */
export const table1: SourceFormat = {
  release: "slt1",
  description: `slt_table1.txt ("${slt1Title}")`,
  recognises: (lines) => titleIn(lines[0]) === slt1Title,
  parse(lines, catalogue, file) {
    const rows = splitRows(lines, file);
    if (!rows.ok) return rows;
    const parsed = parseTable1(rows.value, catalogue, file);
    return parsed.ok ? accepted([parsed.value]) : parsed;
  },
  series: slt1Series,
  seedTables: (catalogue) => [
    { name: "observations.csv", measures: slt1Columns(catalogue).map(({ label }) => label) },
  ],
};
