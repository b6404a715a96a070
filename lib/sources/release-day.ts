import type { VintageDate } from "#lib/series/observation";
import { monthsOf } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { ParsedFile } from "./parsed-file.ts";
import type { SourceCell } from "./source-cell.ts";

/**
 * A table is published after the newest month in it has ended. The store keeps the day of release forever, so a day that
 * cannot be right is a problem, at a figure of that month. Problem: `released-too-early`.
 */
export function checkReleaseDay(
  { cells }: ParsedFile,
  released: VintageDate,
  file: string,
): Problem[] {
  const newest = newestOf(cells);
  // A day is after the last day of a month when its own month is later.
  if (!newest || released.slice(0, 7) > monthsOf(newest.period).last) return [];
  const { period, line, column } = newest;
  return [
    {
      kind: "released-too-early",
      message: `Expected a day of release after the end of ${period}, the newest month in the file, found ${released}`,
      at: { file, line, column },
      fix: "give --released the day on which this file was published",
    },
  ];
}

function newestOf(cells: readonly SourceCell[]): SourceCell | undefined {
  let newest = cells[0];
  for (const cell of cells) if (newest && cell.period > newest.period) newest = cell;
  return newest;
}
