import { expect, test } from "vitest";
import type { Value } from "#lib/expressions/value";
import { Decimal } from "#lib/series/decimal";
import { isPeriod } from "#lib/series/period";
import { isSameValue } from "./same-value.ts";

function dollars(amount: string): Value {
  return { type: "quantity", amount: new Decimal(amount), dimension: "USD" };
}

function period(text: string): Value {
  if (!isPeriod(text)) throw new TypeError(text);
  return { type: "period", period: text };
}

const none: Value = { type: "period", period: null };
const isTrue: Value = { type: "truth", truth: true };

test("amounts are the same by what they are, not by how they are written", () => {
  expect(isSameValue(dollars("1190.40"), dollars("1190.4"))).toBe(true);
  expect(isSameValue(dollars("1190.4"), dollars("1190.41"))).toBe(false);
});

test("periods, and truths, are the same when they are one", () => {
  expect(isSameValue(period("2025-12"), period("2025-12"))).toBe(true);
  expect(isSameValue(period("2025-12"), period("2025"))).toBe(false);
  expect(isSameValue(none, none)).toBe(true);
  expect(isSameValue(none, period("2025"))).toBe(false);
  expect(isSameValue(isTrue, { type: "truth", truth: true })).toBe(true);
  expect(isSameValue(isTrue, { type: "truth", truth: false })).toBe(false);
});

test("values of two types are never the same, and no value is the same as none alone", () => {
  const values = [dollars("1"), none, isTrue, undefined];
  for (const one of values) {
    for (const other of values) expect(isSameValue(one, other)).toBe(one === other);
  }
});
