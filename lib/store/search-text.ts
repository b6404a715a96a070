import type { Area, Series } from "#lib/series/series";
import type { Release } from "#lib/series/vintage";

/** Runs of letters and digits, as written: a key is found by its parts, and "U.S." is one word, "US". */
export function wordsIn(text: string): string[] {
  const whole = text.replaceAll(/\b(?:\p{L}\.){2,}/gu, (short) => short.replaceAll(".", ""));
  return whole.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What a reader may type to find a series, each word once: those of its title and names, of its area under every name that
 * any file prints and what else it is called, the parts of its key, its codes.
 */
export function searchTextOf(series: Series, area: Area | undefined, release: Release): string {
  const { title, names, key, fredId, source } = series;
  const places = [area?.name, ...Object.values(area?.names ?? {}), ...(area?.aliases ?? [])];
  const texts = [
    ...[title, ...names, ...places, area?.iso],
    ...[release.title, key, fredId, source.code, source.field],
  ];
  return [...new Set(texts.flatMap((text) => wordsIn(text?.toLowerCase() ?? "")))].join(" ");
}

/**
 * The words of titles and names, each once: what a misspelt word may have been meant to be. Those of places keep their
 * capitals.
 */
export function searchWordsOf(
  series: readonly Series[],
  areas: readonly Area[],
  release: Release,
): string[] {
  const places = areas.flatMap(({ name, names, aliases = [] }) => [
    ...[name, ...Object.values(names), ...aliases],
  ]);
  const spelled = new Map(longWordsIn(places).map((word) => [word.toLowerCase(), word]));
  const texts = new Set([
    release.title,
    ...series.flatMap(({ title, names }) => [title, ...names]),
  ]);
  const plain = longWordsIn([...texts]).map((word) => word.toLowerCase());
  const known = plain.map((word) => spelled.get(word) ?? word);
  return [...new Set([...known, ...spelled.values()])].sort();
}

function longWordsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(wordsIn))].filter((word) => /^\p{L}{3,}$/u.test(word));
}
