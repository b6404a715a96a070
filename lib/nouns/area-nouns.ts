import type { Area } from "#lib/series/series";
import type { Noun } from "./noun.ts";

/** The names of the areas as nouns: what the site, readers and each file call them. */
export function areaNouns(areas: readonly Area[]): Noun[] {
  const bySlugs = new Map<string, Set<string>>();
  for (const area of areas.filter(hasName)) {
    for (const words of namesOf(area)) {
      bySlugs.set(words, (bySlugs.get(words) ?? new Set()).add(area.slug));
    }
  }
  return [...bySlugs].map(([words, fits]) => ({
    dimension: "area",
    words,
    fits,
    abroad: new Set(),
    beside: new Set(),
    isSet: false,
    next: null,
    notNext: [],
  }));
}

/** Totals, groups and "of which" rows are called otherwise in prose: content/nouns.yml has their words. */
function hasName({ kind, slug }: Area): boolean {
  return kind === "country" || kind === "memo" || (kind === "region" && slug !== "total-other");
}

/** "China, Mainland" and "Total Europe" are how a file orders its rows, and no noun. */
function namesOf({ name, names, aliases = [] }: Area): Set<string> {
  const printed = Object.values(names).filter((words) => !/,|^(?:Total|Memo:) /u.test(words));
  return new Set([name, ...aliases, ...printed]);
}
