import { nearest } from "#lib/series/nearest";
import type { Store } from "./store.ts";

/** So many keys that share trigrams are compared part by part. */
const candidates = 100;

/** At most `limit` keys most like a misspelt one, the nearest first. */
export async function nearestKeys(store: Store, key: string, limit: number): Promise<string[]> {
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
