import { withoutVintage } from "#lib/expressions/bare";
import { leavesOf } from "#lib/expressions/series-node";
import type { Expression } from "#lib/expressions/tree";
import type { Trouble } from "./read-sayings.ts";

/** The names that readers know the area of a series by: "Japan", "the United Kingdom". */
export type AreaNames = (key: string) => readonly string[];

/**
 * A rank among areas that somebody picked says nothing to a reader who does not know which: "the largest" of three is the
 * largest of all to him. The sentence must set it against each of the peers: a name elsewhere in it does not. Peers of the
 * same area, such as other classes of securities, and the countries of a whole table, are no picked ones. Problem:
 * `unnamed-peers`.
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
  const among = namesAmong(
    sentence,
    [...peers, ...leavesOf(node.key)].flatMap(({ key }) => namesOf(key).map(plainWords)),
  );
  const unnamed = peers.filter(
    ({ key }) => !namesOf(key).some((name) => among.has(plainWords(name))),
  );
  if (unnamed.length === 0) return null;
  const names = unnamed.map(({ key }) => namesOf(key)[0] ?? areaOf(key)).join(", ");
  return {
    kind: "unnamed-peers",
    message: `the rank is among peers that the sentence does not name: ${names}`,
    fix: "name each of them in the sentence, or leave the peers out of rank(KEY, PERIOD) to rank among all countries",
  };
}

/** The names that a sentence sets somebody against: "of Japan, Ireland and Britain", "larger than Ireland’s". */
function namesAmong(sentence: string, names: readonly string[]): Set<string> {
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  const found = new Set<string>();
  for (const { index, 0: word } of sentence.matchAll(relation)) {
    let rest = plainWords(sentence.slice(index + word.length).replace(/[.;:!?\u2014(].*$/su, ""));
    for (;;) {
      rest = rest.replace(/^(?:(?:and|or|the|both|either|nor) )+/u, "");
      const name = longestFirst.find((each) => `${rest} `.startsWith(`${each} `));
      if (name === undefined) break;
      found.add(name);
      rest = rest.slice(name.length).trimStart();
    }
  }
  return found;
}

/** What stands before those that somebody is ranked among. */
const relation =
  /(?<!\p{L})(?:of|among|amongst|between|than|ahead of|behind|before|after|against|over|alongside|beside|with|followed by|to|exceeded|passed|overtook)(?!\p{L})/giu;

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
