import type { TextSpan } from "#lib/claims/text-span";
import type { Stray } from "./find-strays.ts";
import { mostLookedAt, type Mentions } from "./judge-topic.ts";
import { firstFrom, startingIn } from "./span-index.ts";

/** Words that say a thing again: "bills, that is, all Treasuries". */
const again =
  /^,? ?(?:[,(\u2014]|\u2013) ?(?:that is|that is to say|which is|which are|meaning|i\.e\.|namely|in other words|also known as|also called|or rather)(?: to say)?,? (?:of |in |by |for )?(?:the |all |its |their |total )*$/iu;

/**
 * What is said twice in a sentence must be the same thing: where one of the two names what a claim is about, so must the other.
 * `isOther` says whether a mention names something else, be it the whole that a part is measured against.
 */
export function findAppositions<M extends TextSpan>(
  { text, found, claims, units, fitsClaim }: Mentions<M>,
  isOther: (mention: M, claim: number) => boolean,
): Stray<M>[] {
  const wrong: Stray<M>[] = [];
  let claim = 0;
  while (claim < claims.length) {
    const unit = units[claim];
    if (unit === undefined) break;
    const mentions = startingIn(found, unit.sentence);
    for (const [at, second] of mentions.entries()) {
      const first = mentions[at - 1];
      if (!first || !again.test(text.slice(first.end, second.start))) continue;
      const here = firstFrom(claims, second.start);
      const from = Math.max(unit.first, here - mostLookedAt);
      const near = Array.from(
        { length: Math.max(0, Math.min(unit.last, here + mostLookedAt) - from) },
        (_, step) => from + step,
      );
      for (const one of near) {
        if (fitsClaim(first, one) && isOther(second, one))
          wrong.push({ claim: one, mention: second });
        else if (fitsClaim(second, one) && isOther(first, one)) {
          wrong.push({ claim: one, mention: first });
        }
      }
    }
    claim = unit.last;
  }
  return wrong;
}
