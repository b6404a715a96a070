import { nearest } from "#lib/series/nearest";

/** Words shorter than this are too like each other to be mended. */
const shortest = 4;

/**
 * What somebody may have meant: the search with each word that stands in no found text replaced by the word of the
 * vocabulary most like it. Null when every word was found, or nothing is like enough.
 */
export function suggestSearch(
  search: string,
  found: readonly string[],
  vocabulary: readonly string[],
): string | null {
  const texts = found.map((text) => text.toLowerCase());
  const words = new Set(vocabulary.flatMap(wordsOf).filter((word) => word.length >= shortest));
  const typed = search.split(/\s+/);
  const meant = typed.map((word) => {
    const plain = word.toLowerCase();
    if (plain.length < shortest || words.has(plain)) return word;
    if (texts.some((text) => text.includes(plain.slice(0, -1)))) return word;
    return nearest(plain, [...words], 1)[0] ?? word;
  });
  return meant.every((word, at) => word === typed[at]) ? null : meant.join(" ");
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
}
