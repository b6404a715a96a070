import fc from "fast-check";
import { expect, test } from "vitest";
import * as periods from "./period.ts";
import { isPeriod, type Period } from "./period.ts";

function period(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(`Expected a period, found ${text}`);
  return text;
}

const anyPeriod = fc.oneof(
  fc.integer({ min: 1200, max: 2800 }).map((year) => period(String(year))),
  fc
    .tuple(fc.integer({ min: 1200, max: 2800 }), fc.integer({ min: 1, max: 4 }))
    .map(([year, quarter]) => period(`${year}-Q${quarter}`)),
  fc
    .tuple(fc.integer({ min: 1200, max: 2800 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => periods.monthPeriod(year, month)),
);

test.each(["2025-12", "2025-01", "2025-Q4", "2025", "1977-01"])("`%s` is a period", (text) => {
  expect(isPeriod(text)).toBe(true);
});

test.each([
  "2025-13",
  "2025-00",
  "2025-1",
  "2025-Q5",
  "2025-q4",
  "25-12",
  "3025",
  "2025-12-01",
  " 2025",
  "",
])("`%s` is no period", (text) => {
  expect(isPeriod(text)).toBe(false);
});

test("a period says its frequency", () => {
  expect(["2025-12", "2025-Q4", "2025"].map((text) => periods.frequencyOf(period(text)))).toEqual([
    "monthly",
    "quarterly",
    "annual",
  ]);
});

test("a step over the end of the year enters the next", () => {
  expect(periods.shiftPeriod(period("2025-12"), 1)).toBe("2026-01");
  expect(periods.shiftPeriod(period("2025-Q1"), -1)).toBe("2024-Q4");
  expect(periods.shiftPeriod(period("2025"), -5)).toBe("2020");
  expect(() => periods.shiftPeriod(period("2999-12"), 1)).toThrow(RangeError);
});

test("shifting there and back gives the same period, and the distance is the number of steps", () => {
  fc.assert(
    fc.property(anyPeriod, fc.integer({ min: -150, max: 150 }), (from, count) => {
      const to = periods.shiftPeriod(from, count);
      expect(periods.shiftPeriod(to, -count)).toBe(from);
      expect(periods.periodDistance(from, to)).toBe(count);
      expect(Math.sign(periods.comparePeriods(to, from)) === Math.sign(count)).toBe(true);
    }),
  );
});

test("the periods between two include both, and none when the second is earlier", () => {
  expect(periods.periodsBetween(period("2025-11"), period("2026-01"))).toEqual([
    "2025-11",
    "2025-12",
    "2026-01",
  ]);
  expect(periods.periodsBetween(period("2026-01"), period("2025-11"))).toEqual([]);
});

test("a quarter covers its three months, a year its twelve", () => {
  expect(periods.monthsOf(period("2025-Q4"))).toEqual({ first: "2025-10", last: "2025-12" });
  expect(periods.monthsOf(period("2025"))).toEqual({ first: "2025-01", last: "2025-12" });
  expect(periods.monthsOf(period("2025-02"))).toEqual({ first: "2025-02", last: "2025-02" });
});

test("months and quarters are not compared", () => {
  expect(() => periods.comparePeriods(period("2025-12"), period("2025-Q4"))).toThrow(TypeError);
});
