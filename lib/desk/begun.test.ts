import { expect, test } from "vitest";
import { parseExpression } from "#lib/expressions/parse";
import { isVintageDate } from "#lib/series/observation";
import { hasBegun } from "./begun.ts";

function begun(text: string, day: string): boolean {
  const parsed = parseExpression(text);
  if (!parsed.ok || !isVintageDate(day)) throw new TypeError(`${text} ${day}`);
  return hasBegun({ parts: [{ tree: parsed.tree }] }, day);
}

test.each([
  ["at(mfh.holdings.japan, 2025-12)", "2025-11-18", false],
  ["at(mfh.holdings.japan, 2025-12)", "2025-12-18", true],
  ["sum(mfh.holdings.japan, 2024-01..2025-12)", "2025-11-18", false],
  ["sum(mfh.holdings.japan, 2025)", "2024-12-18", false],
  ["sum(mfh.holdings.japan, 2025)", "2025-01-18", true],
  ["change(mfh.holdings.japan, 2025-Q2) / 2", "2025-03-18", false],
  ["change(mfh.holdings.japan, 2025-Q2) / 2", "2025-04-18", true],
  ["latest(mfh.holdings.japan)", "2006-11-16", true],
])("%s on %s: %s", (text, day, expected) => {
  expect(begun(text, day)).toBe(expected);
});

test("a number that is no period holds nobody back", () => {
  expect(begun("at(mfh.holdings.japan, 2010-01) - 2025", "2011-01-18")).toBe(true);
});

test("an expression with a vintage of its own is asked", () => {
  expect(begun("asOf(at(mfh.holdings.japan, 2025-12), 2026-02-18)", "2011-01-18")).toBe(true);
});
