import { plainSpaces } from "#lib/claims/figure-words";
import { spanOf, type TextSpan } from "#lib/claims/text-span";
import type { Period } from "#lib/series/period";
import type { Stray } from "./find-strays.ts";
import { mostLookedAt } from "./judge-topic.ts";
import type { ClaimUnits } from "./mention-units.ts";
import { startingIn } from "./span-index.ts";
import type { Subject } from "./subject.ts";

/** A claim with the last month that its vintage has; undefined where none is known. */
export interface AgedClaim extends TextSpan {
  readonly subject: Subject;
  readonly newest?: Period | undefined;
}

/** How near to a claim words must say when it is, so that "now" and the like may be of that time. */
type Reach = "never" | "sentence" | "block";

const participle = String.raw`(?!(?:been )?(?:revised|published|printed|reported|estimated|confirmed|corrected)\b)(?:been|risen|fallen|bought|sold|grown|shrunk|sunk|held|made|cut|put|outsold|outbought|\p{L}+ed)`;

const shapes: readonly (readonly [Reach, RegExp])[] = [
  // A month that is called the last of all is so whenever it is.
  [
    "never",
    /\b(?:the|its|their) (?:latest|newest|most recent) (?:month|quarter|reading)\b|\b(?:latest|newest|last|most recent) (?:month|quarter) (?:on record|available|of data)\b|\bso far\b(?! (?:as|from|that|above|below|apart)\b)|(?<!\b(?:up|out) )\bto date\b(?! with\b)/giu,
  ],
  [
    "sentence",
    /(?<!\b(?:until|by|from|before|than|till) )\b(?:now|today|currently|at present|these days|nowadays|this week)\b(?! (?:that|and then|known|called)\b)|\b(?:latest|newest|most recent) (?:figures?|data|numbers?|tables?|count|total|tally)\b|\b(?:in|over|during|for) the (?:past|last) \p{L}+ (?:months|quarters)\b(?! of\b)/giu,
  ],
  [
    "block",
    new RegExp(
      String.raw`\b(?:have|has)(?: (?:\p{L}+ly|not|also|since|now|then|still|yet|again))* ${participle}\b|\b(?:remains?|still (?:is|are|holds?|owns?)|(?:is|are) (?:at|still)|keeps?)\b`,
      "giu",
    ),
  ],
];

/** So many characters may stand between a verb and the claim that it tells. */
const verbReach = 40;

/**
 * Words for the present in the clause of claims that are all of earlier months than their vintage has, where nothing says which
 * months those are: "now", "the newest figures", "have risen". `isDated`: whether words of the sentence name the end of what a
 * claim is about, or at least some words of the block.
 */
export function findStale(
  source: string,
  claims: readonly AgedClaim[],
  units: readonly ClaimUnits[],
  isDated: (claim: number, reach: "sentence" | "block") => boolean,
): Stray<TextSpan>[] {
  const text = plainSpaces(source);
  return shapes.flatMap(([reach, shape]) => {
    const found = [...text.matchAll(shape)].map(spanOf);
    if (found.length === 0) return [];
    return claims.flatMap((claim, at): Stray<TextSpan>[] => {
      const clause = units[at]?.clause;
      if (!clause || !isOld(claim)) return [];
      const isOther = startingIn(claims, clause).slice(0, mostLookedAt).some(isNewest);
      if (isOther || (reach !== "never" && isDated(at, reach))) return [];
      const mention = startingIn(found, clause)
        .slice(0, mostLookedAt)
        .find((each) => reach !== "block" || isVerbOf(each, claim, text));
      return mention ? [{ claim: at, mention }] : [];
    });
  });
}

function isVerbOf(verb: TextSpan, { start, end }: TextSpan, text: string): boolean {
  if (verb.start >= start) return verb.start < end;
  const between = text.slice(verb.end, start);
  return between.length <= verbReach && !/[,.;:()]/u.test(between);
}

function isNewest({ subject, newest }: AgedClaim): boolean {
  return subject.periods.spans.some(({ to }) => to === newest);
}

function isOld(claim: AgedClaim): boolean {
  const { isComplete, spans } = claim.subject.periods;
  return claim.newest !== undefined && isComplete && spans.length > 0 && !isNewest(claim);
}
