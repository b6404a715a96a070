import type { Problem } from "#lib/series/problem";
import type { Catalogue } from "./catalogue.ts";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { makeParsedFile, type ParsedFile } from "./parsed-file.ts";
import { checkSlt1Head, slt1HeadRows } from "./slt-table1-head.ts";
import { checkSlt1Identities } from "./slt-table1-identities.ts";
import { checkSlt1Notes } from "./slt-table1-notes.ts";
import { checkSlt1Order, checkSlt1Spans } from "./slt-table1-order.ts";
import { readSlt1Row } from "./slt-table1-row.ts";
import { isBlank, type SourceRow } from "./source-rows.ts";

/**
 * slt_table1.txt: five title rows, a blank, two headings, the machine names, then a line for each area and month, newest
 * first; a blank; definitions. Figures are USD million. The order is checked because a line in the wrong place is how a
 * damaged file shows itself; the identities because a damaged figure shows itself there. Returns every problem; the
 * identities are only tried on a file that is otherwise whole.
 */
export function parseSltTable1(
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
  return accepted(makeParsedFile(catalogue, "slt1", cells, null));
}
