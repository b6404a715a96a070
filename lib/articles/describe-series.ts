import { keysIn } from "#lib/expressions/catalogue";
import type { Expression } from "#lib/expressions/tree";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";

/** The series of an expression by their keys. */
export async function describeSeries(
  tree: Expression,
  reader: SeriesReader,
): Promise<(key: string) => Series | undefined> {
  const keys = [...new Set(keysIn(tree).map(({ key }) => key))];
  const described = await Promise.all(keys.map((key) => reader.describe(key)));
  const known = new Map(described.flatMap((series) => (series ? [[series.key, series]] : [])));
  return (key) => known.get(key);
}
