import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  divide,
  fractionFrom,
  multiply,
  subtract,
  toDecimal,
  type Fraction,
} from "./fraction.ts";
import { yearlyGrowth } from "./growth.ts";

const [one, hundred] = [fractionFrom("1"), fractionFrom("100")];

function raise(base: Fraction, power: number): Fraction {
  return Array.from({ length: power }, () => base).reduce(multiply, one);
}

test("growth over one year is exact, and so is a root that is a decimal", () => {
  const third = divide(fractionFrom("4"), fractionFrom("3"));
  expect(yearlyGrowth(third, one)).toEqual(divide(hundred, fractionFrom("3")));
  expect(yearlyGrowth(fractionFrom("1.331"), fractionFrom("3"))).toEqual(fractionFrom("10"));
  expect(yearlyGrowth(fractionFrom("0.25"), fractionFrom("2"))).toEqual(fractionFrom("-50"));
});

test("growth over half a year is growth twice", () => {
  expect(yearlyGrowth(fractionFrom("1.1"), fractionFrom("0.5"))).toEqual(fractionFrom("21"));
});

test("growing for all the years gives the factor, to 55 digits", () => {
  const amount = fc.integer({ min: 1, max: 10 ** 9 }).map((value) => fractionFrom(String(value)));
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 30 }), (later, earlier, years) => {
      const factor = divide(later, earlier);
      const growth = yearlyGrowth(factor, fractionFrom(String(years)));
      const again = raise(add(one, divide(growth, hundred)), years);
      const error = toDecimal(divide(subtract(again, factor), factor)).abs();
      expect(error.lt("1e-50")).toBe(true);
    }),
    { numRuns: 100 },
  );
});
