import { expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { namesDay } from "./names-day.ts";

const day = "2026-06-18";
const names = (text: string, periods: readonly string[] = ["2025-12"]): boolean =>
  isVintageDate(day) && namesDay({ before: text, claim: "", after: "" }, day, periods);

test.each([
  "As the data stood on June 18, it held",
  "On June 18th it was",
  "On June 18, 2026, it was",
  "As of 18 June 2026 it was",
  "As of 2026-06-18 it was",
  "The June figure is",
  "February’s table has more, and June’s is",
])("the day is named by: %s", (text) => {
  expect(names(text)).toBe(true);
});

test.each([
  "In June it was",
  "On June 1 it was",
  "On June 18, 2025, it was",
  "In June 180 were",
  "June was worse, and it was",
  "The June figures of 2024 were",
  "In the June data for last year it was",
])("it is not by: %s", (text) => {
  expect(names(text)).toBe(false);
});

test.each([
  ["of June itself", ["2025-06"]],
  ["a change since May", ["2025-05", "2025-06"]],
  ["a sum from June on", ["2025-06", "2025-07", "2025-08"]],
])("“the June figure” that is %s names no vintage", (_, periods) => {
  expect(names("The June figure for Japan was", periods)).toBe(false);
  expect(names("As the data stood on June 18, it was", periods)).toBe(true);
});

test("a year in which June is one month of twelve may be told by the June figure", () => {
  const year = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);
  expect(names("The June figure for the year is", year)).toBe(true);
});
