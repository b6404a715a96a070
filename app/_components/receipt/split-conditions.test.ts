import { expect, test } from "vitest";
import { splitConditions } from "./split-conditions.ts";

test("conditions that must all be met are told apart", () => {
  expect(splitConditions("“A”, in 2025, is less than 3, and “B”, in 2025, is more than 4")).toEqual(
    ["“A”, in 2025, is less than 3", "“B”, in 2025, is more than 4"],
  );
});

test("a computation without conditions stays whole", () => {
  const words = "Net purchases of U.S. equities: Japan, added up over 2025";
  expect(splitConditions(words)).toEqual([words]);
});

test("an “and” in a title or in parentheses does not part conditions", () => {
  const words = "“Bonds, and notes” is more than (“A” is 1, and “B” is 2)";
  expect(splitConditions(words)).toEqual([words]);
});

test("beside an “or” nothing is cut: the lines would say something else", () => {
  const words = "“A” is 1, or “B” is 2, and “C” is 3";
  expect(splitConditions(words)).toEqual([words]);
});
