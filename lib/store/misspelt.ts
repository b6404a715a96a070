import { nearest } from "#lib/series/nearest";
import type { Store } from "./store.ts";

/** Words shorter than this are too like each other to be mended: "UAE" is near to a dozen. */
const shortest = 4;

/** So many words that share trigrams are compared letter by letter. */
const candidates = 30;

/**
 * Each word as it was most likely meant: itself when a series is found by it, else the nearest word of titles and names.
 * Null when a word is like none.
 */
export async function correctWords(
  store: Store,
  words: readonly string[],
): Promise<string[] | null> {
  const corrected = await Promise.all(words.map((word) => correctWord(store, word)));
  const known = corrected.filter((word) => word !== null);
  return known.length === words.length ? known : null;
}

async function correctWord(store: Store, word: string): Promise<string | null> {
  if (await isFound(store, word)) return word;
  if (word.length < shortest) return null;
  // The vocabulary has some hundred words: their trigrams are compared with no index.
  const { rows } = await store.pool.query<{ word: string }>(
    `SELECT word FROM search_word WHERE similarity(word, $1) > 0.1 ORDER BY similarity(word, $1) DESC, word LIMIT $2`,
    [word, candidates],
  );
  const [best] = nearest(
    word,
    rows.map((row) => row.word),
    1,
  );
  return best ?? null;
}

/** A word that full-text search passes over ("of") is in no series' way. */
async function isFound(store: Store, word: string): Promise<boolean> {
  const { rows } = await store.pool.query<{ found: boolean }>(
    `SELECT numnode(to_tsquery('english', $1)) = 0
       OR EXISTS (SELECT FROM series WHERE to_tsvector('english', search_text) @@ to_tsquery('english', $1)) AS found`,
    [word],
  );
  return rows[0]?.found ?? false;
}
