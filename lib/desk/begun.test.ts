import { expect, test } from "vitest";
import { parseExpression } from "#lib/expressions/parse";
import { begunFrom } from "./begun.ts";

function from(text: string): string {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new TypeError(text);
  return begunFrom({ parts: [{ tree: parsed.tree }] });
}

test.each([
  ["at(mfh.holdings.japan, 2025-12)", "2025-12"],
  ["sum(mfh.holdings.japan, 2024-01..2025-12)", "2025-12"],
  ["sum(mfh.holdings.japan, 2025)", "2025-01"],
  ["change(mfh.holdings.japan, 2025-Q2) / 2", "2025-04"],
  ["latest(mfh.holdings.japan)", ""],
])("%s can be answered from %j on", (text, expected) => {
  expect(from(text)).toBe(expected);
});

test("a number that is no period holds nobody back", () => {
  expect(from("at(mfh.holdings.japan, 2010-01) - 2025")).toBe("2010-01");
});

test("what is asked of another vintage holds nobody back, and what stands beside it does", () => {
  const first = "asOf(at(mfh.holdings.japan, 2025-12), 2026-02-18)";
  expect(from(first)).toBe("");
  expect(from(`abs(${first} - at(mfh.holdings.japan, 2024-12))`)).toBe("2024-12");
});
