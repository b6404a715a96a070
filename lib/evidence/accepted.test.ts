import { expect, test } from "vitest";
import { readSayings } from "#lib/claims/read-sayings";
import type { Value } from "#lib/expressions/value";
import { Decimal } from "#lib/series/decimal";
import { isVintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import { acceptedBy } from "./accepted.ts";

function period(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}

function amount(text: string, dimension: "USD" | "percent" | "number"): Value {
  return { type: "quantity", amount: new Decimal(text), dimension };
}

/** What words accept of a value whose last cell is of December 2025. */
function acceptedOf(words: string, value: Value) {
  const read = readSayings(words);
  const [saying] = "trouble" in read ? [] : read.sayings;
  if (saying === undefined) throw new Error(`"${words}" says nothing`);
  const knownFrom = "2026-06-18";
  if (!isVintageDate(knownFrom)) throw new TypeError(knownFrom);
  const place = { key: "mfh.holdings.japan", period: period("2025-12"), line: 1, column: 1 };
  const cells = [{ ...place, knownFrom, value: "1", status: "normal" } as const];
  return acceptedBy(saying, { value, cells });
}

const none: Value = { type: "period", period: null };

test("a part is brought to the unit of the value: in ones, or in percent", () => {
  const half = { type: "values", includesLow: true, includesHigh: true } as const;
  expect(acceptedOf("half", amount("0.5", "number"))).toEqual({
    ...half,
    ...{ low: "0.475", high: "0.525" },
  });
  expect(acceptedOf("half", amount("50", "percent"))).toEqual({
    ...half,
    ...{ low: "47.5", high: "52.5" },
  });
});

test("a change is brought to what the value counts: the change, or what it led to", () => {
  const bounds = { type: "values", includesLow: true, includesHigh: false };
  const percent = acceptedOf("rose by 2 percent", amount("2", "percent"));
  expect(percent).toEqual({ ...bounds, low: "1.5", high: "2.5" });
  const quotient = acceptedOf("2 percent higher", amount("1.02", "number"));
  expect(quotient).toEqual({ ...bounds, low: "1.015", high: "1.025" });
});

test("what is left to the day of the words is told in periods", () => {
  expect(acceptedOf("lowest on record", none)).toEqual({ type: "no-period" });
  expect(acceptedOf("lowest since 2008", { type: "period", period: period("2008-09") })).toEqual({
    type: "period",
    from: "2008-01",
    to: "2008-12",
  });
  expect(acceptedOf("most since November", { type: "period", period: period("2025-11") })).toEqual({
    type: "period",
    from: "2025-11",
    to: "2025-11",
  });
});

test("a statement accepts that it is true", () => {
  expect(acceptedBy(null, { value: { type: "truth", truth: true }, cells: [] })).toEqual({
    type: "truth",
  });
});
