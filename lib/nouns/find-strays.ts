import type { TextSpan } from "#lib/claims/text-span";
import { mostLookedAt, type Mentions } from "./judge-topic.ts";
import type { ClaimUnits } from "./mention-units.ts";
import { firstFrom, startingIn } from "./span-index.ts";
import { isSubordinate } from "./text-units.ts";

/** Words that no claim of their sentence is about, with the nearest of its claims. */
export interface Stray<M> {
  readonly claim: number;
  readonly mention: M;
}

/**
 * In a clause that holds claims every mention must go with one of them; in any other, one must go with a claim of the sentence,
 * unless it is subordinate ("as official buyers returned").
 */
export function findStrays<M extends TextSpan>(block: Mentions<M>): Stray<M>[] {
  const strays: Stray<M>[] = [];
  let claim = 0;
  while (claim < block.claims.length) {
    const units = block.units[claim];
    if (units === undefined) break;
    for (const clause of units.clauses) {
      const mentions = startingIn(block.found, clause);
      const isOwn = startingIn(block.claims, clause).length > 0;
      const own = mentions.flatMap((mention) => strayAmong(mention, clause, block, units) ?? []);
      const isAbout = own.length === mentions.length && !isSubordinate(block.text, clause);
      if (isOwn || isAbout) strays.push(...own);
    }
    claim = units.last;
  }
  return strays;
}

function strayAmong<M extends TextSpan>(
  mention: M,
  clause: TextSpan,
  block: Mentions<M>,
  { first, last }: ClaimUnits,
): Stray<M> | null {
  const near = claimsAround(mention, clause, block.claims, first, last);
  const [nearest] = near;
  const isStray =
    nearest !== undefined && near.every((other) => block.contradictsClaim(mention, other));
  return isStray ? { claim: nearest, mention } : null;
}

/** The claims of a mention's clause, or when it has none of its sentence, within reach; the nearest first. */
function claimsAround(
  mention: TextSpan,
  clause: TextSpan,
  claims: readonly TextSpan[],
  first: number,
  last: number,
): number[] {
  const here = firstFrom(claims, mention.start);
  const from = Math.max(first, here - mostLookedAt);
  const to = Math.min(last, here + mostLookedAt);
  const away = (claim: number) => {
    const { start = 0, end = 0 } = claims[claim] ?? {};
    return Math.max(start - mention.end, mention.start - end, 0);
  };
  const [own, behind] = [firstFrom(claims, clause.start), firstFrom(claims, clause.end)];
  const beside = placesFrom(Math.max(from, own), Math.min(to, behind));
  const near = beside.length === 0 ? placesFrom(from, to) : beside;
  return near.sort((left, right) => away(left) - away(right));
}

function placesFrom(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
