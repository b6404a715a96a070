import type { Direction } from "./direction-words.ts";
import { createPhraseTable } from "./phrase-table.ts";
import type { Extreme } from "./saying.ts";

/** Words that set one thing above or below another, as pairs. */
const comparatives = [
  ["more", "less"],
  ["greater", "fewer"],
  ["higher", "lower"],
  ["larger", "smaller"],
  ["bigger", "smaller"],
  ["stronger", "weaker"],
  ["faster", "slower"],
  ["above", "below"],
  ["exceeded", "trailed"],
  ["exceeds", "trails"],
  ["exceeding", "trailing"],
  ["surpassed", "undershot"],
  ["outpaced", "lagged"],
  ["outstripped", "lagged"],
  ["outweighed", "lagged"],
  ["overtook", "trailed"],
  ["overtakes", "trails"],
  ["overtaken", "trailed"],
  ["overtaking", "trailing"],
  ["surpasses", "trails"],
  ["surpassing", "trailing"],
  ["topped", "trailed"],
  ["tops", "trails"],
  ["topping", "trailing"],
  ["dwarfed", "trailed"],
  ["dwarfs", "trails"],
  ["dwarfing", "trailing"],
  ["eclipsed", "trailed"],
  ["outdid", "trailed"],
  ["leapfrogged", "trailed"],
  ["leapfrogs", "trails"],
  ["exceed", "undershoot"],
  ["surpass", "undershoot"],
  ["outpace", "lag"],
  ["outstrip", "lag"],
  ["outweigh", "lag"],
  ["overtake", "undershoot"],
  ["leapfrog", "undershoot"],
  ["dwarf", "undershoot"],
  ["eclipse", "undershoot"],
  ["eclipses", "trails"],
] as const;

const superlatives = [
  ["highest", "lowest"],
  ["largest", "smallest"],
  ["biggest", "smallest"],
  ["greatest", "smallest"],
  ["most", "least"],
  ["most", "fewest"],
  ["strongest", "weakest"],
  ["top", "bottom"],
] as const;

interface Opposed<T> {
  readonly value: T;
  readonly opposite: string;
}

export const comparativeWords = opposed<Direction>(comparatives, "up", "down");
export const superlativeWords = opposed<Extreme>(superlatives, "highest", "lowest");

/** "exceeded" and the like, which take no "than". */
export function isComparingVerb(word: string): boolean {
  return comparativeWords.has(word) && /(?:ed|ing|s|took|taken|did)$/.test(word) && word !== "less";
}

/** "exceed", of several things; behind "to" or "may" it says nothing of any. */
export function isBaseVerb(word: string): boolean {
  return /^(?:exceed|surpass|outpace|outstrip|outweigh|overtake|leapfrog|dwarf|eclipse|undershoot|lag)$/.test(
    word,
  );
}

/** "up from" and "down from" compare with an earlier time. */
export const fromPhrases = createPhraseTable<"up" | "down">({
  up: "up from|higher from",
  down: "down from|lower from",
});

function opposed<T>(
  pairs: readonly (readonly [string, string])[],
  first: T,
  second: T,
): ReadonlyMap<string, Opposed<T>> {
  const words = new Map<string, Opposed<T>>();
  for (const [one, other] of pairs) {
    if (!words.has(one)) words.set(one, { value: first, opposite: other });
    if (!words.has(other)) words.set(other, { value: second, opposite: one });
  }
  return words;
}
