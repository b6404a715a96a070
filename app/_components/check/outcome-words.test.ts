import { expect, test } from "vitest";
import { summaryOf } from "./outcome-words.ts";

test("a summary counts the figures and leaves out what there is none of", () => {
  const counts = { supported: 9, drifted: 3, contradicted: 1, unknown: 1 };
  expect(summaryOf(counts)).toBe(
    "14 figures: 9\u00a0supported, 3\u00a0drifted, 1\u00a0contradicted, 1\u00a0unknown",
  );
  expect(summaryOf({ ...counts, drifted: 0, supported: 0, unknown: 0 })).toBe(
    "1 figure: 1\u00a0contradicted",
  );
});

test("a text without figures is said to have none", () => {
  expect(summaryOf({ supported: 0, drifted: 0, contradicted: 0, unknown: 0 })).toBe(
    "No figures found",
  );
});
