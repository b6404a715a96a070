import { expect, test } from "vitest";
import { couldBeKey, longestKey } from "./series-key.ts";

test("a misspelt key could be one", () => {
  expect(couldBeKey("mfh.holdings.jpan")).toBe(true);
  expect(couldBeKey("a".repeat(longestKey))).toBe(true);
});

test.each(["", "ab.".repeat(3000), "Mfh.holdings", "mfh holdings", "mfh%00", "mfh\u0000", "é"])(
  "%j could not",
  (text) => {
    expect(couldBeKey(text)).toBe(false);
  },
);
