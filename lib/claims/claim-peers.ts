import { withoutVintage } from "#lib/expressions/bare";
import { leavesOf } from "#lib/expressions/series-node";
import type { Expression } from "#lib/expressions/tree";
import type { Trouble } from "./read-sayings.ts";

/** The names that readers know the area of a series by: "Japan", "the United Kingdom". */
export type AreaNames = (key: string) => readonly string[];

/**
 * A rank among areas that somebody picked says nothing to a reader who does not know which: "the largest" of three is the
 * largest of all to him. The sentence must name each of the peers. Peers of the same area, such as other classes of
 * securities, and the countries of a whole table, are no picked ones. Problem: `unnamed-peers`.
 */
export function findPeerTrouble(
  tree: Expression,
  sentence: string,
  namesOf: AreaNames,
): Trouble | null {
  const node = withoutVintage(tree);
  if (node.kind !== "rank" || node.peers === null) return null;
  const own = new Set(leavesOf(node.key).map(({ key }) => areaOf(key)));
  const peers = leavesOf(node.peers).filter(({ key }) => !own.has(areaOf(key)));
  const words = ` ${plainWords(sentence)} `;
  const unnamed = peers.filter(
    ({ key }) => !namesOf(key).some((name) => words.includes(` ${plainWords(name)} `)),
  );
  if (unnamed.length === 0) return null;
  const names = unnamed.map(({ key }) => namesOf(key)[0] ?? areaOf(key)).join(", ");
  return {
    kind: "unnamed-peers",
    message: `the rank is among peers that the sentence does not name: ${names}`,
    fix: "name each of them in the sentence, or leave the peers out of rank(KEY, PERIOD) to rank among all countries",
  };
}

/** The area of a series is the last segment of its key. */
function areaOf(key: string): string {
  return key.slice(key.lastIndexOf(".") + 1);
}

/** In lower case, words only, without the "'s" of a genitive. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/['\u2019]s?(?!\p{L})/gu, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
