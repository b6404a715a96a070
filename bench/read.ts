import type { Client } from "pg";
import type { SeriesReader } from "#lib/series/reader";
import { createReader } from "#lib/store/reader";
import { openStore } from "#lib/store/store";
import { median, time, type Pair } from "./timing.ts";
import { asVintageDate } from "./vintage-days.ts";

/** Half of the generated vintages are newer than this day, so that a read has something to leave out. */
const asOf = asVintageDate(18);
const seriesRead = 200;
const rounds = 5;

/** The same rows on the simplest table that holds what a page prints: no enumerations, no references, no checks. */
export async function makePlainTable(client: Client): Promise<void> {
  await client.query(
    `CREATE UNLOGGED TABLE plain AS
     SELECT series_id, period, vintage_date, value, status::text AS status, source_line, source_column FROM observation`,
  );
  await client.query("ALTER TABLE plain ADD PRIMARY KEY (series_id, period, vintage_date)");
  await client.query("VACUUM (ANALYZE) plain");
}

/**
 * One series as of a day, as pages read it, against the same rows read from `plain` by a query written by hand with the bare
 * driver. Each is the median over series chosen through the whole store, the same for each run.
 */
export async function benchRead(databaseUrl: string, client: Client): Promise<Pair> {
  const store = openStore(databaseUrl, 1);
  const reader = createReader(store);
  const chosen = await chooseSeries(client);
  const [ours, theirs]: [number[], number[]] = [[], []];
  try {
    // In turns, series by series: what else the machine does falls on both. The first round warms caches and is not counted.
    for (let round = 0; round <= rounds; round++) {
      for (const { id, key } of chosen) {
        const own = await time(() => readByKey(reader, key));
        const other = await time(() => readByHand(client, id));
        if (round === 0) continue;
        ours.push(own);
        theirs.push(other);
      }
    }
  } finally {
    await store.close();
  }
  const [own, other] = [median(ours), median(theirs)];
  return { ours: own, theirs: other, ratio: own / other, runs: rounds };
}

async function readByKey(reader: SeriesReader, key: string): Promise<undefined> {
  const cells = (await reader.read([key], asOf)).get(key);
  if (!cells?.length) throw new Error(`The store has no cells of ${key}`);
}

async function readByHand(client: Client, id: number): Promise<undefined> {
  const { rows } = await client.query(
    {
      name: "by-hand",
      text: `SELECT DISTINCT ON (period) period, value::text, status, vintage_date::text, source_line, source_column
             FROM plain WHERE series_id = $1 AND vintage_date <= $2::date ORDER BY period, vintage_date DESC`,
    },
    [id, asOf],
  );
  if (rows.length === 0) throw new Error(`The plain table has no rows of series ${id}`);
}

async function chooseSeries(client: Client): Promise<{ id: number; key: string }[]> {
  const { rows } = await client.query<{ id: number; key: string }>(
    `SELECT id, key FROM (SELECT id, key, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS total FROM series) t
     WHERE n % greatest(1, total / $1::int) = 1 ORDER BY hashint4(id) LIMIT $1::int`,
    [seriesRead],
  );
  return rows;
}
