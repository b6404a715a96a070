import type { Period } from "#lib/series/period";
import type { Place, Problem } from "#lib/series/problem";
import { headText, valueField } from "./press-row.ts";

/** What a line of a release should be. */
export interface WantedRow {
  /** All of it but the figure, to the last comma. */
  readonly start: string;
  /** "month 2025-11, line 3" */
  readonly words: string;
  /** Name of the release. */
  readonly name: string;
  /** The line stands a second time. */
  readonly again: boolean;
  readonly cell: { readonly key: string; readonly period: Period };
}

/**
 * Whether a line that is not as wanted is that line with something changed, and not another line in its place: it names the
 * same column and line, or differs in one field while the next line is as wanted, or of another release.
 */
export function isChangedOnly(
  row: string,
  wanted: WantedRow,
  next: string | undefined,
  wantedNext: WantedRow,
): boolean {
  const found = row.split(",");
  if (found.length !== valueField) return true;
  const off = differing(found, wanted);
  if (off.every((index) => index < 3)) return true;
  const follows =
    next === undefined ||
    placeOf(next) === placeOf(wantedNext.start) ||
    headText(next) !== headText(row);
  return off.length === 1 && follows;
}

/**
 * What is wrong with a line that is not as wanted, each with an `id` that is the same where the same text is wrong in the
 * same field of another line. Problems: `wrong-field-count`, `releases-disagree`, `not-a-number`, `contradicting-repeat`.
 */
export function explainRow(
  row: string,
  wanted: WantedRow,
  { file, line }: Place,
): readonly (Problem & { readonly id: string })[] {
  const found = row.split(",");
  const problem = (kind: string, column: number, message: string, id: string) => ({
    kind,
    message,
    at: { file, line, column },
    fix: "restore the line from the press release, or fetch the file again",
    id,
  });
  if (found.length !== valueField) {
    const message = `Expected ${valueField} fields, found ${found.length}`;
    const column = Math.min(found.length, valueField);
    return [problem("wrong-field-count", column, message, String(line))];
  }
  const expected = wanted.start.split(",");
  const differences = differing(found, wanted).map((index) => {
    const message = `Expected ${expected[index]} on a line of ${wanted.name}, found "${found[index]}"`;
    const id = `${index} ${expected[index]} ${found[index]}`;
    return problem("releases-disagree", index + 1, message, id);
  });
  const figure = found[valueField - 1] ?? "";
  if (!/^-?(0|[1-9]\d{0,5})\.\d$/.test(figure)) {
    const message = `Expected USD billion to one decimal, found "${figure}"`;
    return [...differences, problem("not-a-number", valueField, message, String(line))];
  }
  if (differences.length > 0) return differences;
  const message = `Expected what line ${line - 1} says, because ${wanted.name} stands twice in this file, found ${figure}`;
  return [problem("contradicting-repeat", valueField, message, String(line))];
}

/** Indexes of the fields before the figure that are not as wanted. */
function differing(found: readonly string[], { start }: WantedRow): number[] {
  const expected = start.split(",").slice(0, -1);
  return expected.flatMap((text, index) => (found[index] === text ? [] : [index]));
}

/** Column, period and line. */
function placeOf(row: string): string {
  return row.split(",").slice(3, 6).join();
}
