import { nearest } from "#lib/series/nearest";
import { longestKey } from "#lib/series/series-key";
import type { Store } from "./store.ts";

/** So many keys that share trigrams are compared part by part. */
const candidates = 100;

/**
 * At most `limit` keys most like a misspelt one, the nearest first. Only the beginning of a long text is compared: it is a
 * stranger's, and comparing takes as long as it is long, with every key there is.
 */
export async function nearestKeys(store: Store, text: string, limit: number): Promise<string[]> {
  const key = text.slice(0, longestKey).replaceAll("\0", " ");
  const { rows } = await store.pool.query<{ key: string }>({
    name: "nearest-keys",
    text: `SELECT key FROM series ORDER BY similarity(key, $1) DESC, key LIMIT $2`,
    values: [key, candidates],
  });
  return nearest(
    key,
    rows.map((row) => row.key),
    limit,
  );
}
