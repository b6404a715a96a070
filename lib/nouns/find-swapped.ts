import type { TextSpan } from "#lib/claims/text-span";
import type { Stray } from "./find-strays.ts";
import { mostLookedAt, type Mentions } from "./judge-topic.ts";
import { startingIn } from "./span-index.ts";

/**
 * Where a clause names as many things as it has claims, and each is about one of them, they come in one order: "Japan held $1
 * trillion and China $2 trillion". Gives each claim that has the name of another in its place.
 */
export function findSwapped<M extends TextSpan>(block: Mentions<M>): Stray<M>[] {
  const swapped: Stray<M>[] = [];
  let first = 0;
  while (first < block.claims.length) {
    const clause = block.units[first]?.clause;
    if (clause === undefined) break;
    const count = startingIn(block.claims, clause).length;
    const mentions = startingIn(block.found, clause);
    if (count > 1 && count === mentions.length && count <= mostLookedAt) {
      swapped.push(...swappedAmong(mentions, first, block));
    }
    first += Math.max(count, 1);
  }
  return swapped;
}

function swappedAmong<M extends TextSpan>(
  mentions: readonly M[],
  first: number,
  { fitsClaim }: Mentions<M>,
): Stray<M>[] {
  const owners = mentions.map((mention) =>
    mentions.flatMap((_, step) => (fitsClaim(mention, first + step) ? [first + step] : [])),
  );
  const isOneToOne =
    owners.every((claims) => claims.length === 1) &&
    new Set(owners.flat()).size === mentions.length;
  if (!isOneToOne) return [];
  return mentions.flatMap((mention, step) =>
    owners[step]?.[0] === first + step ? [] : [{ claim: first + step, mention }],
  );
}
