import type { VintageDate } from "#lib/series/observation";
import { comparePeriods, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { ExpressionProblem } from "./problem.ts";
import { leavesOf, printSeries, type SeriesNode } from "./series-node.ts";

/**
 * Problems of a text as they are told to who can ask the store: where a series stands alone, the fix names the newest period that
 * the vintage has all of its values for, so that it can be copied as it is.
 */
export async function nameNewest(
  problems: readonly ExpressionProblem[],
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<ExpressionProblem[]> {
  return Promise.all(
    problems.map(async (problem) => {
      const { alone } = problem;
      const newest = alone && (await newestOf(alone, reader, asOf));
      return alone && newest ? { ...problem, fix: writeAt(alone, newest) } : problem;
    }),
  );
}

/** How the value of a series is written; without a period where none is known. */
export function writeAt(series: SeriesNode, period: Period | "PERIOD"): string {
  return `write at(${printSeries(series)}, ${period})`;
}

/** Of longer periods none is named: the newest may not be whole. */
async function newestOf(
  series: SeriesNode,
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<Period | undefined> {
  if (series.kind === "periodic") return undefined;
  const keys = leavesOf(series).map(({ key }) => key);
  const cells = await reader.read(keys, asOf);
  const newest = keys.map((key) => cells.get(key)?.findLast(({ value }) => value !== null)?.period);
  const known = newest.filter((period) => period !== undefined).sort(comparePeriods);
  return known.length === keys.length ? known[0] : undefined;
}
