import type { Problem } from "#lib/series/problem";
import { addProblems } from "../bounded-problems.ts";
import type { Catalogue } from "../catalogue.ts";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { holdIdentities, type Identity } from "../identities.ts";
import { makeParsedFile, type ParsedFile } from "../parsed-file.ts";
import { derivedFlows } from "./derived-flow.ts";
import { checkSltHead, sltHeadRows } from "./slt-head.ts";
import { checkSltNotes } from "./slt-notes.ts";
import { checkSltOrder, checkSltSpans } from "./slt-order.ts";
import { readSltRow, type SltRow } from "./slt-row.ts";
import { sltSeries } from "./slt-series.ts";
import { sltTableOf, sltTitles, type SltRelease, type SltTable } from "./slt-table.ts";
import type { SourceFormat } from "../source-format.ts";
import { isBlank, splitRows, type SourceRow } from "../source-rows.ts";
import { sumIdentities } from "../sums.ts";
import { titleIn } from "../title-in.ts";

/** slt_table1.txt: U.S. long-term securities held by foreign residents. */
export const table1 = sltFormat("slt1");
/** slt_table2.txt: foreign long-term securities held by U.S. residents. */
export const table2 = sltFormat("slt2");
/** slt_table3.txt: U.S. Treasury securities held by foreign residents. */
export const table3 = sltFormat("slt3");

function sltFormat(release: SltRelease): SourceFormat {
  const title = sltTitles[release];
  const format: SourceFormat = {
    release,
    description: `slt_table${release.slice(3)}.txt ("${title}")`,
    endsWithLineBreak: true,
    recognises: (lines) => titleIn(lines[0]) === title,
    parse(lines, catalogue, file) {
      const rows = splitRows(lines, file);
      if (!rows.ok) return rows;
      const parsed = parseSltTable(rows.value, catalogue, format, release, file);
      return parsed.ok ? accepted([parsed.value]) : parsed;
    },
    series: (catalogue) => sltSeries(catalogue, release),
    seedTables: (catalogue) => [
      {
        name: "observations.csv",
        measures: sltTableOf(catalogue, release).columns.map(({ label }) => label),
      },
    ],
  };
  return format;
}

/**
 * Five title rows, a blank, two headings, the machine names, then a line for each area and month, newest first; a blank;
 * definitions. The order is checked because a line in the wrong place is how a damaged file shows itself. Returns every
 * problem; the identities are only tried on a file that is otherwise whole.
 */
function parseSltTable(
  rows: readonly SourceRow[],
  catalogue: Catalogue,
  format: SourceFormat,
  release: SltRelease,
  file: string,
): Checked<ParsedFile> {
  const table = sltTableOf(catalogue, release);
  const head = checkSltHead(rows, table, file);
  if (head.length > 0) return refused(head);
  const blank = rows.findIndex((row, at) => at >= sltHeadRows && isBlank(row));
  const end = blank < 0 ? rows.length : blank;
  const problems: Problem[] = [];
  const unread = new Set<number>();
  const data = rows.slice(sltHeadRows, end).flatMap((row) => {
    const read = readSltRow(row, table, file, problems);
    if (!read) unread.add(row.line);
    return read ?? [];
  });
  addProblems(problems, checkSltOrder(data, file));
  addProblems(problems, checkSltSpans(data, table, file, rows[end - 1]?.line ?? 1, unread));
  addProblems(problems, checkSltNotes(rows.slice(end), table, file, rows.length));
  if (problems.length > 0) return refused(problems.sort((a, b) => a.at.line - b.at.line));
  const identities = identitiesOf(data, table, file, problems);
  const held = holdIdentities(identities, table.layout.acknowledged, file);
  if (!held.ok) addProblems(problems, held.problems);
  if (!held.ok || problems.length > 0) return refused(problems);
  const cells = data.flatMap((row) => row.cells);
  return accepted(makeParsedFile(catalogue, format, cells, { violations: held.value }));
}

/** One after the other: there are as many as figures, and together they would be the most of a load's memory. */
function* identitiesOf(
  data: readonly SltRow[],
  table: SltTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  yield* sumIdentities(data, table, file, problems);
  yield* derivedFlows(data, table, file, problems);
}
