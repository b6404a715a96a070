import { withoutVintage } from "#lib/expressions/bare";
import type { Expression } from "#lib/expressions/tree";
import type { Need, Saying } from "./saying.ts";

/** What words of each need are said of. */
export const needWords: Readonly<Record<Need, string>> = {
  change: "a change in time, from the earlier to the later",
  difference: "a difference or a quotient of two things",
  flow: "a flow, such as net purchases, with its own sign",
  rank: "a rank, counted from the same end",
  record: "a record, of the same kind",
  count: "a count of periods, of the condition and the range that the words say",
  run: "a count of periods in a row, of the condition that the words say",
};

const needFixes: Readonly<Record<Need, string>> = {
  change:
    "use change(KEY, PERIOD, EARLIER), or the later minus the earlier; the words say the direction, so no minus stands before it",
  difference: "use A - B or A / B",
  flow: "name a series of net purchases; the words say the side, so no minus stands before it, but one before a series in which a positive value means sales",
  rank: "use rank(KEY, PERIOD), or rank(KEY, PERIOD, lowest) for the smallest",
  record: "use highest_since(KEY, PERIOD), lowest_since(KEY, PERIOD) or record_rank(KEY, PERIOD)",
  count:
    "use run(CONDITION, KEY, PERIOD) or count(CONDITION, KEY, RANGE); rising and falling are said of rises and falls, positive and negative of purchases and sales",
  run: "use run(CONDITION, KEY, PERIOD), with rising for rises and falling for falls",
};

/** What to do where the expression is not of the shape that the words need: other words for it, else what it could be. */
export function fixOfShape(
  { accepts, text }: Saying,
  needs: Need,
  tree: Expression,
  isOfChange: boolean,
): string {
  const node = withoutVintage(tree);
  const { interval } = accepts.type === "values" ? accepts : { interval: null };
  const isFall = interval?.low === null || interval?.low.isNegative() === true;
  if (needs === "flow" && isOfChange) {
    return `say it of the change, with "${isFall ? "fell by" : "rose by"}"; or name a series of net purchases`;
  }
  if (needs === "difference" && node.kind === "rank") {
    return `write "${node.from === "lowest" ? "smallest" : "largest"}" of the rank, or use A - B or A / B`;
  }
  if (needs === "difference" && node.kind === "recordRank") {
    return `write "the ${node.from === "lowest" ? "least" : "most"} in any month" of a record, or use A - B or A / B`;
  }
  if (needs === "difference" && node.kind === "negate") {
    return "write B - A in the place of -(A - B), and a definition the other way round: what is more stands first, without a minus before it";
  }
  if (needs === "rank" && node.kind === "recordRank") {
    return `say of what time it is a record ("${text} on record"), or use rank(KEY, PERIOD) for a place among countries`;
  }
  if (needs === "record" && node.kind === "rank") {
    return "use record_rank(KEY, PERIOD) for a place among the months, or leave out the time for one among countries";
  }
  return needFixes[needs];
}
