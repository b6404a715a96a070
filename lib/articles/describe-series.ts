import { keysIn } from "#lib/expressions/catalogue";
import type { Expression } from "#lib/expressions/tree";
import { isFixed } from "#lib/series/fixed-reader";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";

type SeriesOf = (key: string) => Series | undefined;

/** A claim's tree is the same one at each look over the same figures (`check-claim.ts`), and is asked about many times. */
const kept = new WeakMap<SeriesReader, WeakMap<Expression, SeriesOf>>();

/** The series of an expression by their keys. */
export async function describeSeries(tree: Expression, reader: SeriesReader): Promise<SeriesOf> {
  if (!isFixed(reader)) return describe(tree, reader);
  const known = kept.get(reader) ?? new WeakMap<Expression, SeriesOf>();
  kept.set(reader, known);
  const seriesOf = known.get(tree) ?? (await describe(tree, reader));
  known.set(tree, seriesOf);
  return seriesOf;
}

async function describe(tree: Expression, reader: SeriesReader): Promise<SeriesOf> {
  const keys = [...new Set(keysIn(tree).map(({ key }) => key))];
  const described = await Promise.all(keys.map((key) => reader.describe(key)));
  const known = new Map(described.flatMap((series) => (series ? [[series.key, series]] : [])));
  return (key) => known.get(key);
}
