import { describe, expect, test } from "vitest";
import { parseExpression } from "#lib/expressions/parse";
import { exampleSeries } from "#lib/series/example-series";
import { readSayings } from "./read-sayings.ts";
import { findBesideTrouble } from "./words-beside.ts";

const flow = "sum(slt1.equities.net.grand-total, 2025)";
const months = "count(positive, slt1.equities.net.grand-total, 2025)";

/** The words that a sentence is refused for; null when it is not. The claim stands between « and ». */
function wordsFound(sentence: string, expression = flow): string | null {
  const [before = "", claim = "", after = ""] = sentence.split(/[«»]/u);
  const read = readSayings(claim);
  const parsed = parseExpression(expression);
  if (!parsed.ok) throw new Error(expression);
  const saying = "trouble" in read ? null : (read.sayings[0] ?? null);
  const sides = { before, claim, after };
  const trouble = findBesideTrouble(sides, saying, parsed.tree, (key) => exampleSeries(key));
  return trouble && (/"(?<words>[^"]*)"/u.exec(trouble.message)?.groups?.["words"] ?? "");
}

describe("words beside a mark that change what it says", () => {
  test.each([
    ["Net purchases were well below «$742.5 billion» in 2025.", "well below"],
    ["Net purchases were just over «$742.5 billion».", "just over"],
    ["Net purchases were nearly «$742.5 billion».", "nearly"],
    ["Net purchases were «$742.5 billion» or more.", "or more"],
    ["Net purchases missed «$742.5 billion».", "missed"],
    ["Net purchases came nowhere close to «$742.5 billion».", "nowhere close to"],
    ["Net purchases were a fraction of «$742.5 billion».", "a fraction of"],
    ["Foreigners reportedly «bought $742.5 billion».", "reportedly"],
    ["Foreigners may have «bought $742.5 billion».", "may have"],
    ["Foreigners are said to have «bought $742.5 billion».", "said to have"],
    ["Perhaps foreigners «bought $742.5 billion».", "Perhaps foreigners"],
    ["They «bought $742.5 billion», or so it was said.", ", or so it"],
    ["They «bought $742.5 billion» of stocks, a lie.", "of stocks, a lie"],
    ["At the end of 2025 the former held «$742.5 billion».", "the former"],
    ["The other had less, the latter «$742.5 billion».", "the latter"],
    ["Net purchases shrivelled to «$742.5 billion».", "shrivelled to"],
    ["Net purchases were stuck at «$742.5 billion».", "stuck at"],
    ["Net purchases were back at «$742.5 billion».", "back at"],
    ["They are the «largest» holder in the world.", "holder in the world"],
    ["They were the «highest on record» for any class.", "for any class"],
    ["Were net purchases «$742.5 billion»?", "Were"],
    ["They were the «largest» in each of the past fifty years.", "in each of"],
    ["Spain and Italy bought «$742.5 billion» and more, respectively.", "respectively"],
    ["They «bought $742.5 billion» a day.", "a day"],
    ["They «bought $742.5 billion» every hour.", "every hour"],
  ])("%s", (sentence, words) => {
    expect(wordsFound(sentence)).toBe(words);
  });
});

describe("words beside a mark that leave it as it is", () => {
  test.each([
    "Net purchases were about «$742.5 billion».",
    "Prices may have risen, and foreigners «bought $742.5 billion».",
    "Prices may have helped because foreigners «bought $742.5 billion».",
    "Net purchases doubled to «$742.5 billion».",
    "Net purchases amounted to «$742.5 billion».",
    "Net purchases were put at «$742.5 billion».",
    "In May foreigners «bought $742.5 billion».",
    "In the latter half of the year they were «$742.5 billion».",
    "The former president’s year was one of «$742.5 billion».",
    "They «bought $742.5 billion» each, of stocks each of which was dear.",
    "All over the world, net purchases were «$742.5 billion».",
    "They «bought $742.5 billion» a week before the vote.",
    "A day later they «bought $742.5 billion», and $5 billion a day later.",
    "They «bought $742.5 billion» a day after the vote.",
    "Not that they were under «any pressure: $742.5 billion».",
  ])("%s", (sentence) => {
    expect(wordsFound(sentence)).toBeNull();
  });
});

test("what was done to a figure is left to the nouns, which know of denials", () => {
  const sentences = [
    "Net purchases were «$742.5 billion», adjusted for inflation.",
    "Not adjusted for inflation, net purchases were «$742.5 billion».",
    "They «bought $742.5 billion», and the median fund had no view.",
    "On average foreigners «bought $742.5 billion».",
    "They «bought $742.5 billion» apiece.",
  ];
  for (const sentence of sentences) expect(wordsFound(sentence)).toBeNull();
});

test("a value divided by a number may be one of a day", () => {
  expect(wordsFound("They «bought $2 billion» a day.", `${flow} / 365`)).toBeNull();
});

test("a count of months is of no quarters, in the mark or behind it", () => {
  expect(wordsFound("They bought in «nine» quarters.", months)).toBe("quarters");
  expect(wordsFound("They bought in «nine of the twelve weeks».", months)).toBe("weeks");
  expect(wordsFound("They bought in «nine of the twelve» months.", months)).toBeNull();
  expect(wordsFound("They bought in «nine» of ten months.", months)).toBe("of ten months");
  const yearly = "count(positive, yearly(slt1.equities.net.grand-total), 2015..2025)";
  expect(wordsFound("They bought in «nine» years.", yearly)).toBeNull();
  expect(wordsFound("They bought in «nine» months.", yearly)).toBe("months");
});

test("a difference of two shares is said of a share, and is none", () => {
  const share = "share(slt1.equities.net.japan, slt1.total.net.japan,";
  const points = `${share} 2025) - ${share} 2024)`;
  expect(wordsFound("Stocks made up «20 percentage points» of net purchases.", points)).toBe("of");
  expect(wordsFound("Purchases «grew by 20 percentage points».", points)).not.toBeNull();
  expect(wordsFound("Their share «grew by 20 percentage points».", points)).toBeNull();
});
