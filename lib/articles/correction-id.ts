import type { Problem } from "#lib/series/problem";
import type { PlaceOf } from "#lib/series/yaml-text";
import type { WrittenCorrection } from "./frontmatter.ts";

/**
 * Ids for so many corrections more: they count on from the highest of those that were ever given (c1, c2 and so on), so that none
 * is given again. A correction keeps its id when it is worded otherwise.
 */
export function nextCorrectionIds(given: readonly string[], count: number): string[] {
  const numbers = given.map((id) => Number(/^c(\d{1,9})$/.exec(id)?.[1] ?? 0));
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0);
  return Array.from({ length: count }, (_, index) => `c${highest + 1 + index}`);
}

/** The same corrections, each with an id behind its date, as editors write it. */
export function withIds(
  given: readonly string[],
  added: readonly WrittenCorrection[],
): WrittenCorrection[] {
  const ids = nextCorrectionIds(given, added.length);
  return added.flatMap(({ date, ...rest }, index) => {
    const id = ids[index];
    return id === undefined ? [] : [{ date, id, ...rest }];
  });
}

/** Corrections of one article without an id, and those that feed readers would take for one, with the same. */
export function findWrongIds(
  corrections: readonly { readonly id: string }[],
  placeOf: PlaceOf,
): Problem[] {
  const ids = corrections.map(({ id }) => id);
  const next = nextCorrectionIds(ids, 1).join("");
  return ids.flatMap((id, position): Problem[] => {
    if (id !== "" && ids.indexOf(id) === position) return [];
    return [
      {
        kind: "wrong-shape",
        message:
          id === ""
            ? `corrections.${position}.id is missing: feed readers know the correction by it, however it is worded`
            : `corrections: the id "${id}" is used twice, and feed readers would take the two for one`,
        at: placeOf(["corrections", position, "id"]),
        fix: `give this one an id of its own, such as id: ${next}; one that was published keeps what it has`,
      },
    ];
  });
}
