import type { Problem } from "#lib/series/problem";
import type { HoldersBlock } from "../mfh/holders-checks.ts";
import { readLine, type HoldersColumn, type HoldersLine } from "../mfh/holders-line.ts";
import type { HoldersTable } from "../mfh/holders-table.ts";
import type { SourceRow } from "../source-rows.ts";
import { slt5HeadRows } from "./slt5-head.ts";

/** The largest holders, whoever they are this month. */
const namedAreas = 20;

/**
 * The twenty areas, All Other, Grand Total and the official rows. Null when a row is missing, stands elsewhere, or cannot be read.
 * Problems: `missing-row`, `figures-in-notes`, and those of `readLine`.
 */
export function readSlt5Block(
  rows: readonly SourceRow[],
  columns: readonly HoldersColumn[],
  table: HoldersTable,
  file: string,
  problems: Problem[],
): HoldersBlock | null {
  const { measures } = table.layout;
  const names = [
    ...Array.from({ length: namedAreas }, () => null),
    nameOf(table, "all-other"),
    nameOf(table, "grand-total"),
    ...measures.map(({ row }) => row ?? table.officialName),
  ];
  const lines = names.map((name, at): HoldersLine | null => {
    const row = rows[at];
    const found = row?.fields[0]?.trim();
    if (!row || (name === null ? isSum(found, table) : found !== name)) {
      problems.push({
        kind: "missing-row",
        message: `Expected ${name === null ? `${namedAreas} areas` : `"${name}"`}, found ${found === undefined ? "no more rows" : `"${found}"`}`,
        at: { file, line: row?.line ?? slt5HeadRows + at, column: 1 },
        fix: "the file is cut or its lines were moved; fetch it again",
      });
      return null;
    }
    const official = measures[at - namedAreas - 2];
    return readLine(row, columns, table, file, problems, official);
  });
  const below = rows[names.length];
  if (below) {
    problems.push({
      kind: "figures-in-notes",
      message: `Expected a blank line below the figures, found "${below.fields[0]?.trim()}"`,
      at: { file, line: below.line, column: 1 },
      fix: "lines were moved, or the file was joined to another; fetch it again",
    });
  }
  const read = lines.flatMap((line) => line ?? []);
  const total = read[namedAreas + 1];
  if (read.length < names.length || !total) return null;
  return {
    columns,
    parts: read.slice(0, namedAreas + 1),
    total,
    official: read.slice(namedAreas + 2),
  };
}

/** Whether a row can be none of the named areas. */
function isSum(name: string | undefined, table: HoldersTable): boolean {
  return name === nameOf(table, "all-other") || name === nameOf(table, "grand-total");
}

function nameOf({ areas }: HoldersTable, slug: string): string {
  const found = [...areas].find(([, area]) => area.slug === slug);
  if (!found) throw new Error(`The catalogue lacks the slt5 name of ${slug}`);
  return found[0];
}
