import type { Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { HoldersBlock } from "./holders-checks.ts";
import { readLine, type HoldersColumn, type HoldersLine } from "./holders-line.ts";
import type { HoldersTable } from "./holders-table.ts";
import { isMonthRow, readColumns } from "./mfh-columns.ts";
import { isBlank, textsOf, type SourceRow } from "../source-rows.ts";

/** One year of mfhhis01.txt. */
export interface MfhBlock extends HoldersBlock {
  readonly year: number;
  /** Line of the row of years. */
  readonly line: number;
  /** Whether every line of an area could be read: what has gaps need not add up. */
  readonly allParts: boolean;
}

/** Reads rows of one block in turn; `next` says where it stopped. */
interface Walk {
  readonly rows: readonly SourceRow[];
  readonly table: HoldersTable;
  readonly begins: Period;
  readonly file: string;
  readonly problems: Problem[];
  next: number;
}

/**
 * Reads the block that starts at `start`: series headings if any, months, years, dashes, areas, All Other, Grand Total,
 * "Of which:" and its three rows. Null when its form is wrong; the problems say where, and `next` is the following block.
 */
export function readBlock(
  rows: readonly SourceRow[],
  start: number,
  table: HoldersTable,
  begins: Period,
  file: string,
  problems: Problem[],
): { block: MfhBlock | null; next: number } {
  const walk: Walk = { rows, table, begins, file, problems, next: start };
  const block = walkBlock(walk);
  if (block) return { block, next: walk.next };
  return { block: null, next: nextBlock(rows, Math.max(walk.next, start + 1)) };
}

/** Where the block after a broken one starts, its series headings included, or the notes. */
function nextBlock(rows: readonly SourceRow[], from: number): number {
  const at = rows.findIndex((row, index) => index >= from && (isMonthRow(row) || isMfhFoot(row)));
  if (at < 0) return rows.length;
  const headings = [1, 2].findIndex((up) => at - up < from || !isSeriesHeading(rows[at - up]));
  return at - (headings < 0 ? 2 : headings);
}

/** The row after the last block, where the notes begin. */
export function isMfhFoot(row: SourceRow): boolean {
  return textsOf(row).join() === "Department of the Treasury/Federal Reserve Board";
}

function walkBlock(walk: Walk): MfhBlock | null {
  const series: SourceRow[] = [];
  while (series.length < 2 && isSeriesHeading(walk.rows[walk.next])) series.push(...take(walk));
  const [months] = take(walk);
  if (!months || !isMonthRow(months)) {
    return fail(
      walk,
      "wrong-month",
      "the months from Dec to Jan, or the Department's line that ends the years",
    );
  }
  const [years] = take(walk);
  if (years?.fields[0]?.trim() !== "Country") {
    return fail(walk, "wrong-year", '"Country" and the year of each month');
  }
  const heading = readColumns({ series, months, years }, walk.begins, walk.file, walk.problems);
  if (!heading) return null;
  const { year, columns } = heading;
  const [dashes] = take(walk);
  const ruled = columns.every(({ column }) => /^-+$/.test(dashes?.fields[column - 1] ?? ""));
  if (!ruled) return fail(walk, "wrong-heading", "a row of dashes under the years");
  skipBlank(walk);
  const { lines, unread } = takeAreas(walk, columns);
  const total = lines.at(-1);
  // Problems were reported where the line stands; a Grand Total that cannot be read is not missing as well.
  if (unread.has(walk.next - 1)) return null;
  if (total?.area.slug !== "grand-total") {
    return fail(walk, "missing-grand-total", `Grand Total at the end of ${year}`);
  }
  const parts = lines.slice(0, -1);
  if (parts.at(-1)?.area.slug !== "all-other" && !unread.has(walk.next - 2)) {
    walk.next -= 1;
    fail(walk, "missing-all-other", `All Other just above Grand Total of ${year}`);
    walk.next += 1;
  }
  const official = takeOfficial(walk, columns);
  if (!official) return null;
  const allParts = unread.size === 0;
  return { year, line: years.line, columns, parts, total, official, allParts };
}

/**
 * Rows down to Grand Total; one that cannot be read (`unread`, by its index) is a problem of its own and does not end the
 * block.
 */
function takeAreas(
  walk: Walk,
  columns: readonly HoldersColumn[],
): { lines: HoldersLine[]; unread: ReadonlySet<number> } {
  const lines: HoldersLine[] = [];
  const unread = new Set<number>();
  for (;;) {
    const row = walk.rows[walk.next];
    if (!row || isBlank(row) || isMonthRow(row) || row.fields[0]?.trim() === "Of which:") break;
    const line = readLine(row, columns, walk.table, walk.file, walk.problems);
    if (line) lines.push(line);
    else unread.add(walk.next);
    walk.next += 1;
    if (line?.area.slug === "grand-total") break;
  }
  return { lines, unread };
}

function takeOfficial(walk: Walk, columns: readonly HoldersColumn[]): HoldersLine[] | null {
  skipBlank(walk);
  const [label] = take(walk);
  if (textsOf(label).join() !== "Of which:") return fail(walk, "wrong-heading", '"Of which:"');
  const lines: HoldersLine[] = [];
  for (const measure of walk.table.layout.measures) {
    const expected = measure.row ?? walk.table.officialName;
    const [row] = take(walk);
    if (row?.fields[0]?.trim() !== expected) return fail(walk, "missing-row", `"${expected}"`);
    const line = readLine(row, columns, walk.table, walk.file, walk.problems, measure);
    if (line) lines.push(line);
  }
  return lines;
}

function take(walk: Walk): SourceRow[] {
  const row = walk.rows[walk.next];
  if (!row) return [];
  walk.next += 1;
  return [row];
}

function skipBlank(walk: Walk): void {
  while (walk.next < walk.rows.length && isBlank(walk.rows[walk.next])) walk.next += 1;
}

function isSeriesHeading(row: SourceRow | undefined): boolean {
  return row !== undefined && row.fields[0]?.trim() === "" && !isBlank(row) && !isMonthRow(row);
}

/** Says what was expected at the row just taken. */
function fail(walk: Walk, kind: string, expected: string): null {
  const row = walk.rows[walk.next - 1];
  const found = row && !isBlank(row) ? `"${textsOf(row).slice(0, 3).join(" ")}"` : "nothing";
  walk.problems.push({
    kind,
    message: `Expected ${expected}, found ${found}`,
    at: { file: walk.file, line: row?.line ?? walk.rows.length, column: 1 },
    fix: "the file is cut or its lines were moved; fetch it again",
  });
  return null;
}
