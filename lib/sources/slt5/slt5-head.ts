import { isPeriod, shiftPeriod } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { HoldersColumn } from "../mfh/holders-line.ts";
import type { HoldersTable } from "../mfh/holders-table.ts";
import { textsOf, type SourceRow } from "../source-rows.ts";

/** Line 1 of slt_table5.txt. */
export const slt5Title = "Table 5: Major Foreign Holders of Treasury Securities";

/** Title, what, unit, link, a blank, months. */
export const slt5HeadRows = 6;

/** A year and a month: the newest month and the twelve before it. */
export const slt5Months = 13;

/**
 * The rows before the figures of slt_table5.txt: they say what the figures are, and which months. Problems: `wrong-title`,
 * `wrong-unit`, `wrong-link`, `wrong-heading`, `wrong-month`.
 */
export function readSlt5Head(
  rows: readonly SourceRow[],
  table: HoldersTable,
  file: string,
  problems: Problem[],
): readonly HoldersColumn[] {
  const wanted: readonly (readonly [kind: string, text: string])[] = [
    ["wrong-title", slt5Title],
    ["wrong-title", "Holdings at end of time period"],
    ["wrong-unit", "Billions of dollars"],
    ["wrong-link", `/${table.layout.file}`],
    ["wrong-heading", ""],
  ];
  for (const [at, [kind, expected]] of wanted.entries()) {
    const found = textsOf(rows[at]).join(" ");
    const right =
      kind === "wrong-link"
        ? /^Link: https?:\/\/\S+$/.test(found) && found.endsWith(expected)
        : found === expected;
    if (right) continue;
    const words = kind === "wrong-link" ? `"Link: " and an address ending in ` : "";
    problems.push({
      kind,
      message: `Expected ${words}"${expected}", found "${found}"`,
      at: { file, line: at + 1, column: 1 },
      fix: "check that this is the Treasury's file; if the Treasury has changed its form, change the loader",
    });
  }
  return readMonths(rows[slt5HeadRows - 1], file, problems);
}

/** "Country", then the months, newest first, one by one. */
function readMonths(
  row: SourceRow | undefined,
  file: string,
  problems: Problem[],
): readonly HoldersColumn[] {
  const [country = "", ...months] = row?.fields.map((field) => field.trim()) ?? [];
  const wrong = (kind: string, expected: string, found: string, column: number) => {
    problems.push({
      kind,
      message: `Expected ${expected}, found "${found}"`,
      at: { file, line: slt5HeadRows, column },
      fix: "the figures below would be put in wrong months; fetch the file again",
    });
    return [];
  };
  if (country !== "Country") return wrong("wrong-heading", '"Country"', country, 1);
  const columns: HoldersColumn[] = [];
  for (const [at, text] of months.entries()) {
    const column = at + 2;
    const before = columns.at(-1);
    const expected = before && shiftPeriod(before.period, -1);
    if (
      !isPeriod(text) ||
      text.length !== 7 ||
      text.includes("Q") ||
      (expected && expected !== text)
    ) {
      return wrong("wrong-month", expected ?? "a month such as 2026-04", text, column);
    }
    columns.push({ column, period: text, comparison: false });
  }
  if (columns.length === slt5Months) return columns;
  return wrong("wrong-month", `${slt5Months} months`, `${columns.length}`, columns.length + 1);
}
