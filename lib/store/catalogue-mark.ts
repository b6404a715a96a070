import type { Store } from "./store.ts";

/**
 * A short text that changes when what the store says of its releases, areas and series does: `refreshCatalogue` mends titles,
 * breaks and notes without a vintage. Good for one running store, not between stores. Cheap enough to be asked every second.
 */
export async function catalogueMark(store: Store): Promise<string> {
  // Each row names the transaction that last wrote it (xmin), and only what differs is written: no text need be read. The sum
  // tells what the newest would not, a transaction that ends after a later one.
  const { rows } = await store.pool.query<{ mark: string }>({
    name: "catalogue-mark",
    text: `SELECT string_agg(rows || '-' || written, ' ' ORDER BY name) AS mark FROM (
        SELECT 'area' AS name, count(*) AS rows, coalesce(sum(xmin::text::bigint), 0) AS written FROM area
        UNION ALL SELECT 'release', count(*), coalesce(sum(xmin::text::bigint), 0) FROM release
        UNION ALL SELECT 'series', count(*), coalesce(sum(xmin::text::bigint), 0) FROM series
      ) tables`,
  });
  return rows[0]?.mark ?? "";
}

/** How far the catalogue of a mark has been written: later marks of one running store, and of its replicas, give more or the same. */
export function writtenBy(mark: string): bigint {
  return mark
    .split(" ")
    .map((table) => BigInt(table.split("-")[1] ?? 0))
    .reduce((sum, written) => sum + written, 0n);
}
