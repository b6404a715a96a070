import { expect, test } from "vitest";
import { pointAt } from "./point-at.ts";

test("carets stand under the place", () => {
  expect(pointAt("at(mfh.x, 2025-12)", { start: 3, end: 8 })).toBe("at(mfh.x, 2025-12)\n   ^^^^^");
});

test("the end of the text has one caret behind it", () => {
  expect(pointAt("1 +", { start: 3, end: 3 })).toBe("1 +\n   ^");
});

test("only the line of the place is shown, and its tabs are one wide", () => {
  expect(pointAt("1 +\n\t§ +\n2", { start: 5, end: 6 })).toBe(" § +\n ^");
});

test("a place that runs over the line end is marked up to it", () => {
  expect(pointAt("(1\n+ 2)", { start: 0, end: 7 })).toBe("(1\n^^");
});

test("a long line is cut round the place", () => {
  const text = `${"1 + ".repeat(100)}x + ${"1 + ".repeat(100)}1`;
  const [line = "", carets = ""] = pointAt(text, { start: 400, end: 401 }).split("\n");
  expect(line).toHaveLength(100);
  expect(line.charAt(carets.indexOf("^"))).toBe("x");
});
