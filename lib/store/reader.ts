import { nearest } from "#lib/series/nearest";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { PeriodRange, SeriesReader } from "#lib/series/reader";
import { cellFields, toCell, type CellRow } from "./cell-row.ts";
import { findSeries, findPeers, listKeys } from "./series-rows.ts";
import type { Store } from "./store.ts";
import { listVintages } from "./vintage-rows.ts";

/** The figures of the store, as expressions and charts read them. */
export function createReader(store: Store): SeriesReader {
  return {
    describe: (key) => findSeries(store, key),
    peers: (key) => findPeers(store, key),
    vintages: (release) => listVintages(store, release),
    read: (keys, asOf, range) => readCells(store, keys, asOf, range),
    nearestKeys: async (key, limit) => nearest(key, await listKeys(store), limit),
  };
}

/** One query over the primary key of `observation`: the last word on each period among the vintages up to `asOf`. */
async function readCells(
  store: Store,
  keys: readonly string[],
  asOf: VintageDate,
  { from, to }: PeriodRange = {},
): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const rows = await store.prisma.$queryRaw<CellRow[]>`
    SELECT ${cellFields} FROM series s CROSS JOIN LATERAL (
      SELECT DISTINCT ON (o.period) o.period, o.value, o.status, o.vintage_date, o.source_line, o.source_column
      FROM observation o
      WHERE o.series_id = s.id AND o.vintage_date <= ${asOf}::date
        AND o.period >= ${from ?? "1"} AND o.period <= ${to ?? "3"}
      ORDER BY o.period, o.vintage_date DESC
    ) k
    WHERE s.key = ANY(${[...keys]}::text[]) AND k.status <> 'withdrawn'
    ORDER BY s.key, k.period`;
  const cells = new Map<string, Cell[]>(keys.map((key) => [key, []]));
  for (const row of rows) cells.get(row.key)?.push(toCell(row));
  return cells;
}
