import { wordAt, type Token } from "./word-token.ts";

interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, the longest first. */
export type PhraseTable<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

/** A table of phrases, each with what it means: `createPhraseTable({ near: "about|close to" })`. */
export function createPhraseTable<T extends string>(
  meanings: Readonly<Record<T, string>>,
): PhraseTable<T> {
  const table = new Map<string, Phrase<T>[]>();
  for (const value of keysOf(meanings)) {
    for (const phrase of meanings[value].split("|")) {
      const words = phrase.split(" ");
      const first = words[0] ?? "";
      table.set(first, [...(table.get(first) ?? []), { words, value }]);
    }
  }
  for (const phrases of table.values()) {
    phrases.sort((left, right) => right.words.length - left.words.length);
  }
  return table;
}

/** The longest phrase that stands at a place, and the place behind it. */
export function phraseAt<T>(
  table: PhraseTable<T>,
  tokens: readonly Token[],
  at: number,
): { readonly value: T; readonly end: number } | null {
  const found = table
    .get(wordAt(tokens, at))
    ?.find(({ words }) => words.every((word, step) => wordAt(tokens, at + step) === word));
  return found === undefined ? null : { value: found.value, end: at + found.words.length };
}

function keysOf<T extends string>(record: Readonly<Record<T, string>>): T[] {
  const keys: T[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
