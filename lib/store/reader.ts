import { firstPrintsOf } from "#lib/series/first-prints";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { PeriodRange, SeriesReader } from "#lib/series/reader";
import { storedDay, storedPeriod } from "./cell-row.ts";
import { nearestKeys } from "./nearest-keys.ts";
import { revisionsOf } from "./revisions-of.ts";
import { findSeries, findPeers } from "./series-rows.ts";
import type { Store } from "./store.ts";
import { listVintages } from "./vintage-rows.ts";

/** The figures of the store, as expressions and charts read them. */
export function createReader(store: Store): SeriesReader {
  return {
    describe: (key) => findSeries(store, key),
    peers: (key) => findPeers(store, key),
    vintages: (release) => listVintages(store, release),
    read: (keys, asOf, range) => readCells(store, keys, asOf, range),
    firstPrints: async (keys, asOf, range) => {
      const revisions = await revisionsOf(store, keys);
      return new Map(
        [...revisions].map(([key, cells]) => [key, firstPrintsOf(cells, asOf, range)]),
      );
    },
    nearestKeys: (key, limit) => nearestKeys(store, key, limit),
  };
}

/**
 * The last word on each period among the vintages up to `asOf`, of each series one walk along the primary key of
 * `observation`, backwards as the newest word comes first. Prepared once for each connection: pages read little, often. The
 * cells of a series come as one text, a line each: a row of the protocol for each cell takes twice as long.
 */
const asOfQuery = {
  name: "as-of",
  text: `
    SELECT s.key, (
      SELECT string_agg(concat_ws(' ', k.period, k.vintage_date, coalesce(k.source_line, 0), coalesce(k.source_column, 0), k.value), E'\\n')
      FROM (
        SELECT DISTINCT ON (o.period) o.period, o.value, o.status, o.vintage_date, o.source_line, o.source_column
        FROM observation o
        WHERE o.series_id = s.id AND o.vintage_date <= $2::date AND o.period >= $3 AND o.period <= $4
        ORDER BY o.period DESC, o.vintage_date DESC
      ) k
      WHERE k.status <> 'withdrawn'
    ) AS cells
    FROM series s WHERE s.key = ANY($1::text[])`,
} as const;

async function readCells(
  store: Store,
  keys: readonly string[],
  asOf: VintageDate,
  { from, to }: PeriodRange = {},
): Promise<ReadonlyMap<string, readonly Cell[]>> {
  // All periods lie between "1" and "3".
  const values = [keys, asOf, from ?? "1", to ?? "3"];
  const { rows } = await store.pool.query<{ key: string; cells: string | null }>({
    ...asOfQuery,
    values,
  });
  const cells = new Map<string, Cell[]>(keys.map((key) => [key, []]));
  for (const row of rows) cells.set(row.key, cellsOf(row.key, row.cells));
  return cells;
}

/** Lines begin with their period, so that their order is that of periods. A missing value leaves its field out. */
function cellsOf(key: string, text: string | null): Cell[] {
  const lines = text === null ? [] : text.split("\n").sort();
  return lines.map((line): Cell => {
    const [period = "", day = "", row = "", column = "", value = null] = line.split(" ");
    return {
      key,
      period: storedPeriod(period),
      value,
      status: value === null ? "missing" : "normal",
      knownFrom: storedDay(day),
      line: Number(row) || null,
      column: Number(column) || null,
    };
  });
}
