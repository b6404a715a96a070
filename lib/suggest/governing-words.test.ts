import { expect, test } from "vitest";
import { governingWords } from "./governing-words.ts";

test("the last word of a direction and the last of a side govern what follows them", () => {
  const { direction, side } = governingWords("fell, after they rose, with net sales of ");
  expect([direction?.way, side?.way]).toEqual(["up", "sold"]);
});

test("words that say a sign or a gain are of no side", () => {
  expect(governingWords("positive, and added ")).toEqual({ direction: null, side: null });
});
