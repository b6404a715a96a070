import type { Problem } from "#lib/series/problem";
import { shiftPeriod } from "#lib/series/period";
import type { SourceCell } from "../parsed-file.ts";
import { readValue } from "../published-value.ts";
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
 * is null; `next` is where the following one starts. Problems: `cut-file`, `wrong-field-count`, `wrong-order`,
 * `releases-disagree`, `contradicting-repeat`, `not-a-number`.
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
  const before = problems.length;
  const cells: SourceCell[] = [];
  const end = start + tableLines * tableColumns * times;
  for (let at = start; at < end; at += 1) {
    const wanted = wantedAt(at - start, times, columns);
    const row = lines[at];
    if (row === undefined) {
      problems.push(cutFile(lines, head, wanted, file));
      return { release: null, next: lines.length };
    }
    const found = row.split(",");
    const problem = (kind: string, column: number, message: string): Problem => ({
      kind,
      message,
      at: { file, line: at + 1, column },
      fix: "restore the line from the press release, or fetch the file again",
    });
    if (found.length !== valueField) {
      const message = `Expected ${valueField} fields, found ${found.length}`;
      problems.push(problem("wrong-field-count", Math.min(found.length, valueField), message));
      continue;
    }
    const expected = [...head.text.split(","), ...wanted.fields];
    const off = expected.flatMap((text, index) => (found[index] === text ? [] : [index]));
    if (
      off.some((index) => index >= 3) &&
      !isOneField(off, lines, at + 1, wantedAt(at + 1 - start, times, columns))
    ) {
      const message = `Expected ${wanted.words} of ${head.name}, found ${found.slice(1, 6).join(", ")}: a line is lost, moved or repeated`;
      problems.push(problem("wrong-order", (off[0] ?? 3) + 1, message));
      return { release: null, next: nextStart(lines, at, head) };
    }
    for (const index of off) {
      const message = `Expected ${expected[index]} on a line of ${head.name}, found "${found[index]}"`;
      problems.push(problem("releases-disagree", index + 1, message));
    }
    const figure = found[valueField - 1] ?? "";
    const value = /^-?\d{1,6}\.\d$/.test(figure) ? readValue(figure) : null;
    if (!value) {
      const message = `Expected USD billion to one decimal, found "${figure}"`;
      problems.push(problem("not-a-number", valueField, message));
    } else if (wanted.again) {
      if (row === lines[at - 1] || off.length > 0) continue;
      const message = `Expected what line ${at} says, because ${head.name} stands twice in this file, found ${figure}`;
      problems.push(problem("contradicting-repeat", valueField, message));
    } else {
      cells.push({ ...wanted.cell, ...value, line: at + 1, column: valueField });
    }
  }
  const release = { ...head, start, end, columns, times, cells } as const;
  return { release: problems.length > before ? null : release, next: end };
}

/** What the line `offset` lines below the first of a release is about. */
function wantedAt(offset: number, times: 1 | 2, columns: readonly PressColumn[]) {
  const number = Math.floor(offset / (tableColumns * times)) + 1;
  const column = columns[Math.floor(offset / times) % tableColumns];
  if (!column) throw new Error(`No column at ${offset}`);
  const { section, period } = column;
  return {
    fields: [section, period, String(number)],
    words: `${section} ${period}, line ${number}`,
    again: offset % times === 1,
    cell: { key: pressKey(section, number), period },
  };
}

/** Whether a line differs in one field only and the next is as expected: a changed field, and no other line in its place. */
function isOneField(
  off: readonly number[],
  lines: readonly string[],
  next: number,
  wanted: { readonly fields: readonly string[] },
): boolean {
  const following = lines[next];
  return (
    off.length === 1 &&
    (following === undefined || following.split(",").slice(3, 6).join() === wanted.fields.join())
  );
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
  for (let at = from + 1; at < lines.length; at += 1) {
    const head = headText(lines[at]);
    if (head === text || head !== headText(lines[at + 1])) continue;
    if (lines[at]?.split(",")[5] === "1") return at;
  }
  return lines.length;
}

function cutFile(
  lines: readonly string[],
  { name }: PressHead,
  { words }: { readonly words: string },
  file: string,
): Problem {
  return {
    kind: "cut-file",
    message: `Expected ${words} of ${name}, found the end of the file`,
    at: { file, line: lines.length, column: 1 },
    fix: "the file is cut; fetch it again",
  };
}
