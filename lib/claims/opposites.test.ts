import { expect, test } from "vitest";
import { comparativeWords, superlativeWords } from "./comparison-words.ts";
import { directionWords } from "./direction-words.ts";
import { nextRankOf, oppositeOf } from "./opposites.ts";
import { sideWords } from "./side-words.ts";

test.each([
  ["rose", "fell"],
  ["Rising", "Falling"],
  ["has grown", "has shrunk"],
  ["increases", "decreases"],
  ["more than", "less than"],
  ["at least", "at most"],
  ["largest", "smallest"],
  ["third-largest", "third-smallest"],
  ["highest on record", "lowest on record"],
  ["the most in any month", "the least in any month"],
  ["bought", "sold"],
  ["Net sellers", "Net buyers"],
  ["net sales", "net purchases"],
  ["up from", "down from"],
  ["four-fifths higher", "four-fifths lower"],
  ["doubled", "halved"],
  ["took off", "added"],
  ["poured into", "pulled out of"],
  ["fled", "piled into"],
  ["snapped up", "dumped"],
  ["ticked up", "ticked down"],
  ["unchanged", null],
  ["holdings", null],
])("the opposite of %j is %j", (words, opposite) => {
  expect(oppositeOf(words)).toBe(opposite);
});

test("every word of the lists has an opposite that is in the lists, but those of no direction", () => {
  const lists = [directionWords, sideWords, comparativeWords, superlativeWords];
  const words = lists.flatMap((list) => [...list.keys()]);
  for (const word of words) {
    const opposite = oppositeOf(word);
    if (directionWords.get(word)?.direction === "level") expect(opposite).toBeNull();
    else expect([...words, "took off"]).toContain(opposite);
  }
});

test.each([
  ["largest", "second-largest"],
  ["Largest", "Second-largest"],
  ["second-highest on record", "third-highest on record"],
  ["twentieth", "21st"],
  ["holder", null],
])("the next rank of %j is %j", (words, next) => {
  expect(nextRankOf(words)).toBe(next);
});
