import type { TextSpan } from "#lib/claims/text-span";
import type { Stray } from "./find-strays.ts";
import { mostLookedAt, type Layout } from "./judge-topic.ts";
import type { ClaimUnits } from "./mention-units.ts";
import type { NounMention } from "./noun.ts";
import { firstFrom, startingIn } from "./span-index.ts";

/** Who does what is ticked: "by", or what is held or bought "of". */
const agent =
  /\b(?:by|(?:holdings|portfolios?|purchases|sales|buying|selling) of)(?: [\p{L}-]+){0,2} $/iu;
/** "All holders, including the Fed": no figure includes them. */
const counted = /\b(?:including|counting)(?: the)? $/iu;
/** Any other preposition puts them beside the thing: "at banks", "with hedge funds". */
const beside =
  /\b(?:of|at|to|from|with|for|in|on|as|than|like|among|against|between|through|via|and|or|about|over|under)(?: (?:the|a|an|most|many|some|all|its|their|other|foreign|large|big))*(?: [\p{L}-]+)? $/iu;
/** "The Treasury’s June table" is no holding of the Treasury’s. */
const owns =
  /^['\u2019]s? (?:(?!(?:of|for|on|in|as|to)\b)[\p{L}.-]+ ){0,4}(?:holdings?|portfolios?|purchases|sales|buying|selling|stockpile|demand)\b/u;
/** What they say is theirs to answer for. */
const says =
  /^(?: [\p{L}]+ly)? (?:have |had |has )?(?:said|says?|told|estimate[sd]?|expect(?:s|ed)?|reckon(?:s|ed)?|think|thinks|thought|reports?|reported|warn(?:s|ed)?|argue[sd]?|noted?|notes|wrote|writes?|call(?:s|ed)?|put|puts|see|sees|saw|cut|cuts|raised|kept|held rates)\b/u;

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
  for (const [claim, unit] of units.entries()) {
    const first = firstFrom(claims, unit.clause.start);
    if (first === last) continue;
    last = first;
    for (const mention of startingIn(uncounted, unit.clause).slice(0, mostLookedAt)) {
      const next = claims[firstFrom(claims, mention.start)];
      if (isActor(mention, next, unit, areas, text)) wrong.push({ claim, mention });
    }
  }
  return wrong;
}

function isActor(
  mention: TextSpan,
  next: TextSpan | undefined,
  { clause, sentence }: ClaimUnits,
  areas: readonly NounMention[],
  text: string,
): boolean {
  const before = text.slice(Math.max(clause.start, mention.start - 60), mention.start);
  if (agent.test(before) || counted.test(before)) return true;
  const behind = text.slice(mention.end, mention.end + 60);
  if (/^ included\b/u.test(behind)) return true;
  if (next === undefined || next.start >= clause.end) return false;
  if (/^['\u2019]/u.test(behind)) return owns.test(behind) && !beside.test(before);
  if (beside.test(before) || says.test(behind)) return false;
  if (startingIn(areas, { start: mention.end, end: next.start }).length > 0) return false;
  // "Japanese residents, banks among them, held": said in passing of those who are named.
  const isNamed = startingIn(areas, { start: sentence.start, end: mention.start }).length > 0;
  return !isNamed || !text.slice(mention.end, next.start).includes(",");
}
