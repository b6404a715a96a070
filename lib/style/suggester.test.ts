import { expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { loadSpeller } from "./speller.ts";
import { createSuggester } from "./suggester.ts";

test.each([
  ["holdngs", ["holdings"]],
  ["Holdngs", ["Holdings"]],
  ["belguim", ["Belgium"]],
  ["recieve", ["receive"]],
  ["hte", ["the"]],
  ["thier", ["their"]],
  ["goverment", ["government"]],
  ["colour", ["color"]],
  ["zqax", []],
])("%s is likely meant for %j", async (word, expected) => {
  const speller = await loadSpeller();
  expect(speller.suggest(word).slice(0, 1)).toEqual(expected);
});

test("a word of one slip hides those of two, and nobody is told to write what belongs to somebody", () => {
  const suggest = createSuggester(["holding", "holdings", "holding's", "Holdup"]);
  expect(suggest("holdin")).toEqual(["holding"]);
  expect(suggest("hoding")).toEqual(["holding"]);
  expect(suggest("hodins")).toEqual(["holdings", "holding"]);
  expect(suggest("olding")).toEqual(["holding"]);
});

test("words that are like none cost little", async () => {
  const speller = await loadSpeller();
  speller.suggest("once");
  const spent = startProcessorClock();
  for (const letter of "abcdefghij") expect(speller.suggest(`zq${letter}xblakrok`)).toEqual([]);
  expect(spent()).toBeLessThan(500);
});
