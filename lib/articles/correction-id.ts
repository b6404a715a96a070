import type { Problem } from "#lib/series/problem";
import type { PlaceOf } from "#lib/series/yaml-text";
import type { ArticleCorrection, WrittenCorrection } from "./frontmatter.ts";

/** What a correction is known by. */
type Named = Pick<ArticleCorrection, "id" | "date" | "wrong">;

/**
 * Ids for so many corrections more: c1, c2 and so on, by how many there are, without those that are taken. A correction keeps its
 * id when it is worded otherwise.
 */
export function nextCorrectionIds(known: readonly Pick<Named, "id">[], count: number): string[] {
  const taken = new Set(known.map(({ id }) => id));
  const ids: string[] = [];
  for (let number = known.length + 1; ids.length < count; number += 1)
    if (!taken.has(`c${number}`)) ids.push(`c${number}`);
  return ids;
}

/** The same corrections, each with an id behind its date, as editors write it. */
export function withIds(
  known: readonly Pick<Named, "id">[],
  added: readonly WrittenCorrection[],
): WrittenCorrection[] {
  const ids = nextCorrectionIds(known, added.length);
  return added.flatMap(({ date, ...rest }, index) => {
    const id = ids[index];
    return id === undefined ? [] : [{ date, id, ...rest }];
  });
}

/**
 * Corrections of one article that feed readers would take for one: with the same id; or, where none has been given, of one day
 * with the same words that were wrong, from which the name is made then.
 */
export function findSharedIds(corrections: readonly Named[], placeOf: PlaceOf): Problem[] {
  const first = new Set<string>();
  return corrections.flatMap(({ id, date, wrong }, position): Problem[] => {
    const name = id === undefined ? JSON.stringify([date, wrong]) : id;
    if (!first.has(name)) {
      first.add(name);
      return [];
    }
    const field = id === undefined ? "wrong" : "id";
    return [
      {
        kind: "wrong-shape",
        message:
          id === undefined
            ? `corrections: two of ${date} say that the same was wrong, and feed readers would take them for one`
            : `corrections: the id "${id}" is used twice, and feed readers would take the two for one`,
        at: placeOf(["corrections", position, field]),
        fix: `give this one an id of its own, such as id: ${nextCorrectionIds(corrections, 1).join("")}; one that was published keeps what it has`,
      },
    ];
  });
}
