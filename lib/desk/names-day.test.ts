import { expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { namesDay } from "./names-day.ts";

const day = "2026-06-18";
const names = (text: string): boolean =>
  isVintageDate(day) && namesDay({ before: text, claim: "", after: "" }, day);

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
])("it is not by: %s", (text) => {
  expect(names(text)).toBe(false);
});
