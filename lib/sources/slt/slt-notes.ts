import type { Problem } from "#lib/series/problem";
import type { SltTable } from "./slt-table.ts";
import { textsOf, type SourceRow } from "../source-rows.ts";

/**
 * The notes and definitions below the figures. They end the file, so a file without all of them is cut; and a line of
 * figures among them stands in the wrong place. Problems: `missing-notes`, `figures-in-notes`.
 */
export function checkSltNotes(
  rows: readonly SourceRow[],
  { layout, columns }: SltTable,
  file: string,
  lastLine: number,
): Problem[] {
  const problems = rows.flatMap((row): Problem[] => {
    if ((row.fields[1] ?? "").trim() === "") return [];
    return [
      {
        kind: "figures-in-notes",
        message: `Expected notes after the blank line below the figures, found the line "${textsOf(row).slice(0, 3).join(" ")}"`,
        at: { file, line: row.line, column: 1 },
        fix: "a blank line stands among the figures, or lines were moved; fetch the file again",
      },
    ];
  });
  const expected = [...layout.endNotes, ...columns.map(({ field }) => `${field}: `)];
  let from = 0;
  for (const start of expected) {
    const at = rows.findIndex((row, index) => index >= from && startsWith(row, start));
    if (at >= 0) {
      from = at + 1;
      continue;
    }
    problems.push({
      kind: "missing-notes",
      message: `Expected "${start.trim()}" among the notes that end the file, found no such line in its place`,
      at: { file, line: lastLine, column: 1 },
      fix: "the file is cut or its lines were moved; fetch it again",
    });
  }
  return problems;
}

function startsWith(row: SourceRow, start: string): boolean {
  return (row.fields[0] ?? "").startsWith(start.trimEnd()) && textsOf(row).length === 1;
}
