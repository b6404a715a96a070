import type { Problem } from "#lib/series/problem";
import { shiftPeriod } from "#lib/series/period";
import type { SourceCell } from "../source-cell.ts";
import { readValue, type PublishedValue } from "../published-value.ts";
import { explainRow, isChangedOnly, type WantedRow } from "./press-explain.ts";
import { headText, valueField, type PressHead } from "./press-row.ts";
import { pressColumns, pressKey, yearOf, type PressColumn } from "./press-section.ts";

/** Lines of the table of a release, and columns. */
const tableLines = 32;
const tableColumns = 8;

/** One release as it stands in the file. */
export interface PressRelease extends PressHead {
  /** Index of its first line in the file, and of the line after its last. */
  readonly start: number;
  readonly end: number;
  readonly columns: readonly PressColumn[];
  /** How often each of its lines stands in the file: sm0045 stands there twice, line by line. */
  readonly times: 1 | 2;
  /** Line by line of the table, each with all columns. */
  readonly cells: readonly SourceCell[];
}

/**
 * Reads the release that starts at index `start`. The order of its lines is fixed: each line of the table, each with its
 * columns, so whatever is lost, moved or repeated shows itself at once. What cannot be read is a problem, and the release
 * is null; `next` is where the following one starts. Problems: `cut-file`, `wrong-order`, and those of `explainRow`.
 */
export function readRelease(
  lines: readonly string[],
  start: number,
  head: PressHead,
  file: string,
  problems: Problem[],
): { release: PressRelease | null; next: number } {
  const times = lines[start] === lines[start + 1] ? 2 : 1;
  const columns = pressColumns(head.reference, lastYear(lines, start, times, head));
  const cells: SourceCell[] = [];
  const reported = new Set<string>();
  const wantedAt = (at: number) => wantedRow(at - start, times, columns, head);
  const end = start + tableLines * tableColumns * times;
  for (let at = start; at < end; at += 1) {
    const wanted = wantedAt(at);
    const row = lines[at];
    if (row === undefined) {
      problems.push(cutFile(lines, head, wanted, file));
      return { release: null, next: lines.length };
    }
    const value = row.startsWith(wanted.start) ? readFigure(row.slice(wanted.start.length)) : null;
    if (value && (!wanted.again || row === lines[at - 1])) {
      if (!wanted.again) cells.push({ ...wanted.cell, ...value, line: at + 1, column: valueField });
      continue;
    }
    if (!isChangedOnly(row, wanted, lines[at + 1], wantedAt(at + 1))) {
      const found = row.split(",").slice(1, 6).join(", ");
      const message = `Expected ${wanted.words} of ${head.name}, found ${found}: a line is lost, moved or repeated`;
      const fix = "restore the lines from the press release, or fetch the file again";
      problems.push({ kind: "wrong-order", message, at: { file, line: at + 1, column: 1 }, fix });
      return { release: null, next: nextStart(lines, at, head) };
    }
    for (const { id, ...problem } of explainRow(row, wanted, { file, line: at + 1, column: 1 })) {
      // A heading of a column that is wrong is wrong on every line: once is enough.
      if (!reported.has(id)) problems.push(problem);
      reported.add(id);
    }
  }
  const release = { ...head, start, end, columns, times, cells } as const;
  return { release: reported.size > 0 ? null : release, next: end };
}

/** USD billion to one decimal. */
function readFigure(text: string): PublishedValue | null {
  return /^-?\d{1,6}\.\d$/.test(text) ? readValue(text) : null;
}

/** What the line `offset` lines below the first of a release is about. */
function wantedRow(
  offset: number,
  times: 1 | 2,
  columns: readonly PressColumn[],
  { text, name }: PressHead,
): WantedRow {
  const number = Math.floor(offset / (tableColumns * times)) + 1;
  const column = columns[Math.floor(offset / times) % tableColumns];
  if (!column) throw new Error(`No column at ${offset}`);
  const { section, period } = column;
  return {
    start: `${text},${section},${period},${number},`,
    words: `${section} ${period}, line ${number}`,
    name,
    again: offset % times === 1,
    cell: { key: pressKey(section, number), period },
  };
}

function lastYear(
  lines: readonly string[],
  start: number,
  times: number,
  { reference }: PressHead,
) {
  const own = yearOf(reference);
  const printed = lines[start + (tableColumns - 1) * times]?.split(",")[4];
  return reference.endsWith("-12") && printed === own ? own : shiftPeriod(own, -1);
}

/** Index of the first line of another release, at which two lines say so. */
function nextStart(lines: readonly string[], from: number, { text }: PressHead): number {
  for (let at = from; at < lines.length; at += 1) {
    const head = headText(lines[at]);
    if (head === text || head !== headText(lines[at + 1])) continue;
    if (lines[at]?.split(",")[5] === "1") return at;
  }
  return lines.length;
}

function cutFile(
  lines: readonly string[],
  { name }: PressHead,
  { words }: WantedRow,
  file: string,
): Problem {
  return {
    kind: "cut-file",
    message: `Expected ${words} of ${name}, found the end of the file`,
    at: { file, line: lines.length, column: 1 },
    fix: "the file is cut; fetch it again",
  };
}
