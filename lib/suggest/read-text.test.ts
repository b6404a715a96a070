import { expect, test } from "vitest";
import { loadNouns } from "#lib/site/load-nouns";
import { readText } from "./read-text.ts";
import { splitText } from "./split-text.ts";

const nouns = await loadNouns();
if (!nouns.ok) throw new Error("The nouns cannot be read");
const read = (text: string) => readText(splitText(text), nouns.value);

test("a sentence knows its figures, its nouns and its periods, at their places in the part", () => {
  const text = "It fell. Japan held $1.19 trillion of Treasuries in December 2025.";
  const [part] = read(text).parts;
  const sentence = part?.sentences[1];
  const words = (spans: readonly { start: number; end: number }[] = []) =>
    spans.map(({ start, end }) => text.slice(start, end));
  expect(words(sentence?.said)).toEqual(["$1.19 trillion"]);
  expect(words(sentence?.nouns)).toEqual(["Japan", "held", "Treasuries"]);
  expect(words(sentence?.periods)).toEqual(["December 2025"]);
});

test("figures beyond the most that are read, and those of a text that is too long, are counted", () => {
  const figure = "Japan held $1.19 trillion. ";
  expect(read(figure.repeat(410)).left).toBe(10);
  expect(read(`${"word ".repeat(25_000)}\n\n${figure}`).left).toBe(1);
});
