import type { Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { SourceCell } from "../source-cell.ts";
import { findPrintedArea } from "../printed-area.ts";
import type { SourceRow } from "../source-rows.ts";
import type { GloblArea, GloblTable } from "./globl-table.ts";
import { readGroupedValue } from "./grouped-value.ts";

/** Name, code and month stand before the figures. */
export const keyColumns = 3;

/** One line of figures, its place known. */
export interface GloblRow {
  readonly line: number;
  readonly printed: GloblArea;
  readonly period: Period;
  /** In the order of the columns; one that could not be read is left out, and is a problem. */
  readonly cells: readonly SourceCell[];
}

/**
 * Gives equal texts as one. A file holds half a million figures, most of them among the same few thousand texts, and a text
 * of its own takes more memory than its place in a line.
 */
export type Share = (text: string) => string;

/**
 * Reads one line of figures, whole numbers of the file's unit. Problems: `wrong-field-count`, `unknown-area`,
 * `code-and-name-disagree`, `wrong-date`, `not-a-number`; null when it cannot be said which area and month it is about.
 */
export function readGloblRow(
  { line, fields }: SourceRow,
  table: GloblTable,
  share: Share,
  file: string,
  problems: Problem[],
): GloblRow | null {
  const { columns, layout } = table;
  const at = (column: number): Problem["at"] => ({ file, line, column });
  const expected = keyColumns + columns.length;
  if (fields.length !== expected) {
    problems.push({
      kind: "wrong-field-count",
      message: `Expected ${expected} fields, found ${fields.length}`,
      at: at(Math.min(fields.length, expected)),
      fix: "the line is cut or joined; fetch the file again",
    });
    return null;
  }
  const [name = "", code = "", date = ""] = fields;
  const printed = findPrintedArea(table.areas, name, code, at(2), problems);
  const period = table.periods.get(date);
  if (period === undefined) {
    problems.push({
      kind: "wrong-date",
      message: `Expected a month such as 2022-12, of those to ${layout.newest}, found "${date}"`,
      at: at(3),
      fix: "compare the line with the file at the Treasury",
    });
  }
  const cells: SourceCell[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    const column = keyColumns + index + 1;
    const text = fields[column - 1] ?? "";
    const value = readGroupedValue(text);
    if (!value || (value.value === null && !layout.missing)) {
      problems.push(notGrouped(text, layout.missing, at(column)));
      continue;
    }
    const key = printed?.keys[index];
    if (key === undefined || period === undefined) continue;
    const shared = value.value === null ? null : share(value.value);
    cells.push({ key, period, value: shared, status: value.status, line, column });
  }
  return printed && period !== undefined ? { line, printed, period, cells } : null;
}

function notGrouped(text: string, missing: boolean, at: Problem["at"]): Problem {
  const found = text.trim() === "" ? "an empty cell" : `"${text}"`;
  const wanted = missing ? "a whole number such as 1,480 or n.a." : "a whole number such as 1,480";
  return {
    kind: "not-a-number",
    message: `Expected ${wanted}, found ${found}`,
    at,
    fix: "compare the line with the file at the Treasury; figures have a comma before every three digits, and no sign",
  };
}
