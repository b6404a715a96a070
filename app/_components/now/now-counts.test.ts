import { expect, test } from "vitest";
import { countedParts } from "./now-counts.ts";

test("what there is of each outcome is counted in words, one and many", () => {
  const counts = { same: 62, rounds: 1, drifted: 7, flipped: 0, unanswered: 1, pinned: 3 };
  const parts = countedParts(counts).map(({ words }) => words.replaceAll("\u00a0", " "));
  expect(parts).toEqual([
    "62 have the same value",
    "1 was revised and still holds",
    "7 have drifted",
    "1 is no longer answered by the figures published",
    "3 are about vintages of their own",
  ]);
});
