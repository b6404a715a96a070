import { expect, test } from "vitest";
import { findStatedFigures } from "./stated-figure.ts";

function statedIn(text: string): string[] {
  return findStatedFigures(text).map(({ start, end }) => text.slice(start, end).trim());
}

test.each([
  ["part 30 percent", "30 percent"],
  ["figure 12 percent", "12 percent"],
  ["series 2.5 percent", "2.5 percent"],
  ["line 5 billion", "5 billion"],
  ["two trillion dollars", "two trillion"],
  ["thirteen percent", "thirteen percent"],
  ["zero percent", "zero percent"],
  ["a trillion", "a trillion"],
  ["one and a half billion", "one and a half billion"],
  ["hundreds of billions", "hundreds of billions"],
  ["twenty-five per cent", "twenty-five per cent"],
  ["five bn", "five bn"],
  ["two thousand billions", "two thousand billions"],
  ["half a million", "half a million"],
  ["a few billion", "a few billion"],
  ["by 5x", "5x"],
])("%s", (text, found) => {
  const [first, ...rest] = statedIn(text);
  expect(found.startsWith(first ?? "nothing") || first?.startsWith(found)).toBe(true);
  expect(rest).toEqual([]);
});

test.each([
  "mid-2025, post-2008 and pre-2020",
  "the crash of ’08",
  "June 18–20",
  "2024/25",
  "24-hour trading of the 10-year note",
  "COVID-19",
  "the S&P 500",
  "24/7",
  "at 4 pm",
  "Article 5, item 7 and footnote 2",
  "the G7",
  "the value of a dollar",
  "rounded to a tenth of a billion",
  "lines 22 and 23 of Table 1",
])("no figure: %s", (text) => {
  expect(statedIn(text)).toEqual([]);
});
