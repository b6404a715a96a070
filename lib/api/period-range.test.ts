import { expect, test } from "vitest";
import { isPeriod, type Period } from "#lib/series/period";
import { rangeOf } from "./period-range.ts";

function period(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}

test.each([
  ["monthly", "2025-12", "2025-12", "2025-12"],
  ["monthly", "2025", "2025-01", "2025-12"],
  ["monthly", "2025-Q2", "2025-04", "2025-06"],
  ["quarterly", "2025", "2025-Q1", "2025-Q4"],
  ["annual", "2025", "2025", "2025"],
] as const)("a longer period means its first and last: %s, %s", (frequency, asked, from, to) => {
  const end = period(asked);
  expect(rangeOf(frequency, { from: end, to: end })).toEqual({ ok: true, value: { from, to } });
});

test.each([
  ["annual", "2025-12"],
  ["annual", "2025-Q4"],
  ["quarterly", "2025-12"],
] as const)("a period finer than the series is refused: %s, %s", (frequency, asked) => {
  expect(rangeOf(frequency, { to: period(asked) })).toEqual({
    ok: false,
    errors: [
      {
        parameter: "to",
        message: `expected a period of a series that is ${frequency}, found "${asked}"`,
      },
    ],
  });
});

test("a range that ends before it begins is refused", () => {
  expect(rangeOf("monthly", { from: period("2025-12"), to: period("2024") })).toMatchObject({
    ok: false,
    errors: [{ parameter: "from" }],
  });
});

test("an end that is left open stays open", () => {
  expect(rangeOf("monthly", { from: period("2025") })).toEqual({
    ok: true,
    value: { from: "2025-01", to: undefined },
  });
});
