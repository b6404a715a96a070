import { wordTokens } from "./word-token.ts";

/** Runs of stems that name one thing: "uk" and "united kingdom". */
export interface Synonyms {
  /** The longest run of these stems, from `start` on, that is a name; with all names of its thing. Null when none begins there. */
  at(stems: readonly string[], start: number): SynonymFound | null;
}

export interface SynonymFound {
  /** How many of the stems it takes up. */
  readonly length: number;
  /** Every name as stems, that found included. */
  readonly names: readonly (readonly string[])[];
  /** The name that is written first. */
  readonly first: string;
}

const longestName = 6;

/** From groups of names for one thing, the usual one first. A name in two groups stands for both. */
export function synonymsOf(groups: readonly (readonly string[])[]): Synonyms {
  const byName = new Map<string, { names: (readonly string[])[]; first: string }>();
  for (const group of groups.filter((names) => names.length > 1)) {
    const names = group.map((name) => wordTokens(name).map(({ stem }) => stem));
    for (const name of names) {
      const key = name.join(" ");
      const known = byName.get(key);
      if (known) known.names.push(...names);
      else byName.set(key, { names: [...names], first: group[0] ?? "" });
    }
  }
  return {
    at(stems, start) {
      for (let length = Math.min(longestName, stems.length - start); length > 0; length -= 1) {
        const found = byName.get(stems.slice(start, start + length).join(" "));
        if (found) return { length, ...found };
      }
      return null;
    },
  };
}
