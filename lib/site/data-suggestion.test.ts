import { expect, test } from "vitest";
import { suggestSearch } from "./data-suggestion.ts";

const vocabulary = ["Japan", "China, Mainland", "Cayman Islands", "corporate bonds", "holdings"];

test("a misspelt word is replaced by the one most like it", () => {
  expect(suggestSearch("jpan holdings", [], vocabulary)).toBe("japan holdings");
  expect(suggestSearch("caiman", [], vocabulary)).toBe("cayman");
});

test("what was found needs no other words", () => {
  expect(suggestSearch("Japan holdings", [], vocabulary)).toBeNull();
  expect(suggestSearch("FORLTTREASNET", ["slt1 FORLTTREASNET42609"], vocabulary)).toBeNull();
  expect(suggestSearch("stocks", ["Net purchases of U.S. stocks"], vocabulary)).toBeNull();
});

test("words like none of ours, and short ones, are left alone", () => {
  expect(suggestSearch("xyzzyplugh", [], vocabulary)).toBeNull();
  expect(suggestSearch("uk", [], vocabulary)).toBeNull();
  expect(suggestSearch("", [], vocabulary)).toBeNull();
});
