import type { Problem } from "#lib/series/problem";

/** Problems in the order of files, and of places in each. */
export function byPlace({ at: left }: Problem, { at: right }: Problem): number {
  return (
    left.file.localeCompare(right.file, "en") ||
    left.line - right.line ||
    left.column - right.column
  );
}
