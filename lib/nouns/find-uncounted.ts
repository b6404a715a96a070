import type { TextSpan } from "#lib/claims/text-span";
import type { Stray } from "./find-strays.ts";
import type { Layout } from "./judge-topic.ts";
import { mostLookedAt } from "./judge-topic.ts";
import type { NounMention } from "./noun.ts";
import { firstFrom, startingIn } from "./span-index.ts";

/** Who does what is ticked: "by", or what is held or bought "of". */
const agent =
  /\b(?:by|(?:holdings|portfolios?|purchases|sales|buying|selling) of)(?: [\p{L}-]+){0,2} $/iu;
/** Any other preposition puts them beside the thing: "at banks", "with hedge funds". */
const beside =
  /\b(?:of|at|to|from|with|for|in|on|as|than|like|among|against|between|through|via|and|or|about|over|under)(?: (?:the|a|an|most|many|some|all|its|their|other|foreign|large|big))*(?: [\p{L}-]+)? $/iu;
/** What they say is theirs to answer for. */
const says =
  /^(?:['\u2019]s? [\p{L}]+)? (?:have |had |has )?(?:said|says?|told|estimate[sd]?|expect(?:s|ed)?|reckon(?:s|ed)?|think|thinks|thought|reports?|reported|warn(?:s|ed)?|argue[sd]?|noted?|notes|wrote|writes?|call(?:s|ed)?|put|puts|see|sees|saw|cut|cuts|raised|kept|held rates)\b/u;

/**
 * Those whom no series counts ("hedge funds", "the Fed"), where they are who holds or buys what a claim of their clause says: in
 * front of the claim without another area between, or behind "by".
 */
export function findUncounted(
  uncounted: readonly NounMention[],
  areas: readonly NounMention[],
  { text, claims, units }: Layout,
): Stray<NounMention>[] {
  const wrong: Stray<NounMention>[] = [];
  let last = -1;
  for (const [claim, { clause }] of units.entries()) {
    const first = firstFrom(claims, clause.start);
    if (first === last) continue;
    last = first;
    for (const mention of startingIn(uncounted, clause).slice(0, mostLookedAt)) {
      const next = claims[firstFrom(claims, mention.start)];
      if (isActor(mention, next, clause, areas, text)) wrong.push({ claim, mention });
    }
  }
  return wrong;
}

function isActor(
  mention: TextSpan,
  next: TextSpan | undefined,
  clause: TextSpan,
  areas: readonly NounMention[],
  text: string,
): boolean {
  const before = text.slice(Math.max(clause.start, mention.start - 60), mention.start);
  if (agent.test(before)) return true;
  if (next === undefined || next.start >= clause.end) return false;
  if (beside.test(before) || says.test(text.slice(mention.end, mention.end + 40))) return false;
  return startingIn(areas, { start: mention.end, end: next.start }).length === 0;
}
