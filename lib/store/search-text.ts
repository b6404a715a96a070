import type { Area, Series } from "#lib/series/series";
import type { Release } from "#lib/series/vintage";

/**
 * What a reader may type to find a series, each word once: those of its title and names, of its area under every name that
 * any file prints, the parts of its key, its codes.
 */
export function searchTextOf(series: Series, area: Area | undefined, release: Release): string {
  const { title, names, key, fredId, source } = series;
  const texts = [
    ...[title, ...names, area?.name, ...Object.values(area?.names ?? {}), area?.iso],
    ...[release.title, key, fredId, source.code, source.field],
  ];
  const words = texts.flatMap((text) => text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return [...new Set(words)].join(" ");
}

/** The words of titles and names, lower case, each once: what a misspelt word may have been meant to be. */
export function searchWordsOf(
  series: readonly Series[],
  areas: readonly Area[],
  release: Release,
): string[] {
  const texts = new Set([release.title]);
  for (const { title, names } of series) for (const text of [title, ...names]) texts.add(text);
  for (const { name, names } of areas)
    for (const text of [name, ...Object.values(names)]) texts.add(text);
  const words = new Set<string>();
  for (const text of texts)
    for (const [word] of text.toLowerCase().matchAll(/\p{L}{2,}/gu)) words.add(word);
  return [...words].sort();
}
