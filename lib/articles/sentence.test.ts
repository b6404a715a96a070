import { expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { cutSentences } from "./sentence.ts";

const around = (block: string, words: string) => {
  const start = block.indexOf(words);
  return cutSentences(block)(start, start + words.length);
};

test("a sentence is cut at the words asked for", () => {
  expect(around("One. It sold $5 billion in the U.S. in 2025. Two.", "$5 billion")).toEqual({
    before: "It sold ",
    claim: "$5 billion",
    after: " in the U.S. in 2025.",
  });
});

test("words over two sentences have both", () => {
  expect(around("One. It rose. It fell. Two.", "rose. It")).toEqual({
    before: "It ",
    claim: "rose. It",
    after: " fell.",
  });
});

test("a long block has the sentences of its parts", () => {
  const sentences = Array.from({ length: 3000 }, (_, count) => `Number ${count} rose.`);
  const block = sentences.join(" ");
  const find = cutSentences(block);
  let start = 0;
  for (const [count, sentence] of sentences.entries()) {
    const { before, claim, after } = find(start + 7, start + 7 + String(count).length);
    expect(`${before}${claim}${after}`).toBe(sentence);
    start += sentence.length + 1;
  }
});

test("a sentence without an end is cut somewhere, in no time", () => {
  const spent = startProcessorClock();
  expect(around(`${"word ".repeat(100_000)}here ${"word ".repeat(100_000)}`, "here").claim).toBe(
    "here",
  );
  expect(spent()).toBeLessThan(2000);
}, 30_000);
