import { expect, test } from "vitest";
import { parseExpression } from "#lib/expressions/parse";
import { isWrittenMean } from "./written-mean.ts";

function isMean(text: string): boolean {
  const parsed = parseExpression(text);
  expect(parsed.ok).toBe(true);
  return parsed.ok && isWrittenMean(parsed.tree);
}

const one = "abs(change(mfh.holdings.japan, 2025-12))";
const two = "abs(change(mfh.holdings.japan, 2025-11))";
const three = "abs(change(mfh.holdings.japan, 2025-10))";

test("terms divided by how many they are make a mean", () => {
  expect(isMean(`(${one} + ${two}) / 2`)).toBe(true);
  expect(isMean(`(${one} + ${two} + ${three}) / 3`)).toBe(true);
  expect(isMean(`(${one} + (${two} - ${three})) / 2`)).toBe(true);
});

test("any other number is somebody's choice", () => {
  expect(isMean(`(${one} + ${two}) / 3`)).toBe(false);
  expect(isMean(`(${one} + ${two}) * 2`)).toBe(false);
  expect(isMean(`${one} / 1`)).toBe(false);
  expect(isMean(`${one} / ${two}`)).toBe(false);
});
