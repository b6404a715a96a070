import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findComparingWords } from "./comparing-words.ts";

function wordsIn(text: string): string[] {
  return findComparingWords(text).map(({ start, end }) => text.slice(start, end));
}

describe("words that need a claim", () => {
  test.each([
    ["Holdings rose by $85.1 billion.", ["rose"]],
    ["Holdings have fallen.", ["fallen"]],
    ["Holdings were falling to $5 billion.", ["falling"]],
    ["Purchases have doubled.", ["doubled"]],
    ["It was up 5 percent, up from 26 percent.", ["up", "up from"]],
    ["Japan’s was unchanged.", ["unchanged"]],
    ["Canadian residents sold $80.7 billion.", ["sold"]],
    ["Belgium was a net seller; officials were selling.", ["seller", "selling"]],
    ["Its net sales were $208.1 billion.", ["sales"]],
    ["more than the $173.4 billion of 2024", ["more than"]],
    ["more than $1 trillion, nearly half of it", ["more than", "nearly", "half"]],
    ["twice as much as a third of the total", ["twice", "a third"]],
    ["about four-fifths higher", ["four-fifths", "higher"]],
    ["Sales were higher in bonds than in stocks.", ["higher"]],
    ["the third-largest holder, after the biggest", ["third-largest", "biggest"]],
    ["the lowest since September 2008", ["lowest since September 2008"]],
    ["the most in any month, a record high", ["most in any month", "record high"]],
    ["Most of it; nearly all bills", ["Most", "nearly", "all"]],
    ["for the fourth month running", ["fourth month running"]],
    ["in eleven of the twelve months", ["eleven of the twelve months"]],
    ["a rise of $5 billion in holdings", ["rise"]],
  ])("%s", (text, expected) => {
    expect(wordsIn(text)).toEqual(expected);
  });
});

describe("words that compare nothing", () => {
  test.each([
    "at least in the tables",
    "A rise in holdings is weak evidence of buying, and a fall is weak evidence of selling.",
    "an increase in corporate bonds",
    "more data, and more often",
    "over the year, under the name of the fund",
    "since prices came first",
    "It may be that in May they reported it first.",
    "first reported on the second of the month",
    "a third country, the third quarter of 2025",
    "the most recent release",
    "later and earlier, the latter, the best",
    "the first half of 2025",
    "bonds that run for more than a year",
    "This measure is net purchases: what was bought less what was sold.",
    "net purchases of long-term securities",
    "Stocks made up 46 percent.",
    "have not held up as well",
    "rounded to a tenth of a billion",
    "all countries, one of them",
    "a 10-year note",
    "keep a record of it",
  ])("%s", (text) => {
    expect(wordsIn(text)).toEqual([]);
  });
});

test("any text gives words in order that do not overlap", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      let last = 0;
      for (const { start, end } of findComparingWords(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
  );
});

test("a megabyte of comparisons takes seconds", () => {
  const text = "net sales of it were more than twice the lowest since ".repeat(20_000);
  const start = performance.now();
  expect(findComparingWords(text).length).toBeGreaterThan(20_000);
  expect(performance.now() - start).toBeLessThan(30_000);
}, 40_000);
