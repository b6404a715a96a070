import type { TextSpan } from "#lib/claims/text-span";
import { mostLookedAt, type Mentions } from "./judge-topic.ts";
import type { ClaimUnits } from "./mention-units.ts";
import { firstFrom, startingIn } from "./span-index.ts";

/** Words that no claim of their sentence is about, with the nearest of its claims. */
export interface Stray<M> {
  readonly claim: number;
  readonly mention: M;
}

/** In a clause that holds claims every mention must go with one of them; in any other, with one of its sentence. */
export function findStrays<M extends TextSpan>(block: Mentions<M>): Stray<M>[] {
  const strays: Stray<M>[] = [];
  let claim = 0;
  while (claim < block.claims.length) {
    const units = block.units[claim];
    if (units === undefined) break;
    for (const mention of startingIn(block.found, units.sentence)) {
      const near = claimsAround(mention, block, units);
      const [nearest] = near;
      if (nearest !== undefined && near.every((other) => block.contradictsClaim(mention, other))) {
        strays.push({ claim: nearest, mention });
      }
    }
    claim = units.last;
  }
  return strays;
}

/** The claims of a mention's clause, or when it has none of its sentence, within reach; the nearest first. */
function claimsAround(
  mention: TextSpan,
  { claims, units }: Pick<Mentions<TextSpan>, "claims" | "units">,
  { first, last }: ClaimUnits,
): number[] {
  const here = firstFrom(claims, mention.start);
  const from = Math.max(first, here - mostLookedAt);
  const to = Math.min(last, here + mostLookedAt);
  const away = (claim: number) => {
    const { start = 0, end = 0 } = claims[claim] ?? {};
    return Math.max(start - mention.end, mention.start - end, 0);
  };
  const near = Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step).sort(
    (left, right) => away(left) - away(right),
  );
  const beside = near.filter((claim) => {
    const clause = units[claim]?.clause;
    return clause !== undefined && clause.start <= mention.start && mention.start < clause.end;
  });
  return beside.length === 0 ? near : beside;
}
