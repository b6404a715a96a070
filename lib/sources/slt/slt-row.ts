import { isPeriod, type Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { SourceCell } from "../source-cell.ts";
import { notANumber, readValue } from "../published-value.ts";
import { findPrintedArea, type PrintedArea } from "../printed-area.ts";
import type { SltTable } from "./slt-table.ts";
import type { SourceRow } from "../source-rows.ts";

/** Country, code and date stand before the figures. */
export const keyColumns = 3;

/** One line of figures, its place known. */
export interface SltRow {
  readonly line: number;
  readonly printed: PrintedArea;
  readonly period: Period;
  /** In the order of the table's columns; one that could not be read is left out, and is a problem. */
  readonly cells: readonly SourceCell[];
}

/**
 * Reads one line of figures, whole numbers of the table's unit. Problems: `wrong-field-count`, `unknown-area`,
 * `code-and-name-disagree`, `wrong-date`, `not-a-number`; null when it cannot be said which area and month it is about.
 */
export function readSltRow(
  row: SourceRow,
  table: SltTable,
  file: string,
  problems: Problem[],
): SltRow | null {
  const { columns } = table;
  const { line, fields } = row;
  const [name = "", code = "", date = ""] = fields.slice(0, keyColumns).map((one) => one.trim());
  const expected = keyColumns + columns.length;
  if (fields.length !== expected) {
    problems.push({
      kind: "wrong-field-count",
      message: `Expected ${expected} tab-separated fields, found ${fields.length}`,
      at: { file, line, column: Math.min(fields.length, expected) },
      fix: "the line is cut or joined; fetch the file again",
    });
    return null;
  }
  const printed = findPrintedArea(table.areas, name, code, { file, line, column: 2 }, problems);
  const dated = isPeriod(date) && /^(19|20)\d\d-\d\d$/.test(date);
  if (!dated) {
    problems.push({
      kind: "wrong-date",
      message: `Expected a month such as 2026-04, found "${date}"`,
      at: { file, line, column: 3 },
      fix: "compare the line with the file at the Treasury",
    });
  }
  const keys = printed ? table.keys.get(printed.area.slug) : undefined;
  const values = columns.map((_, at) => {
    const column = keyColumns + at + 1;
    const text = fields[column - 1] ?? "";
    const value = readValue(text);
    const whole = value?.value?.includes(".") !== true;
    if (value && whole) return { at, column, ...value };
    const problem = notANumber(text);
    problems.push({ kind: "not-a-number", ...problem, at: { file, line, column } });
    return null;
  });
  if (!printed || !keys || !dated) return null;
  const cells = values.flatMap((cell): SourceCell[] => {
    const key = cell && keys[cell.at];
    if (!key) return [];
    const { column, value, status } = cell;
    return [{ key, period: date, value, status, line, column }];
  });
  return { line, printed, period: date, cells };
}
