import fc from "fast-check";
import { expect, test } from "vitest";
import * as exact from "./fraction.ts";

const decimal = fc.stringMatching(/^-?[0-9]{1,12}(\.[0-9]{1,8})?$/);

test("a decimal text is read exactly, and scaled by a power of ten", () => {
  expect(exact.toDecimal(exact.fractionFrom("-1185.50", 9)).toFixed()).toBe("-1185500000000");
  expect(exact.toDecimal(exact.fractionFrom("-0")).toFixed()).toBe("0");
});

test.each(["", "1.", ".5", "1e3", "n.a.", "1,000", "0x10"])(
  "`%s` is no decimal, and is thrown",
  (text) => {
    expect(() => exact.fractionFrom(text)).toThrow(TypeError);
  },
);

test("division undoes multiplication, and subtraction addition, without a remainder", () => {
  fc.assert(
    fc.property(decimal, decimal, (first, second) => {
      const [left, right] = [exact.fractionFrom(first), exact.fractionFrom(second)];
      expect(exact.subtract(exact.add(left, right), right)).toEqual(left);
      if (exact.signOf(right) !== 0)
        expect(exact.divide(exact.multiply(left, right), right)).toEqual(left);
    }),
  );
});

test("order is that of the numbers", () => {
  const order = (left: string, right: string): number =>
    exact.compareFractions(exact.fractionFrom(left), exact.fractionFrom(right));
  expect([order("1", "2"), order("-1", "-2"), order("0.10", "0.1")]).toEqual([-1, 1, 0]);
});

test("equal numbers have one form, whatever the signs were", () => {
  const [one, minusTwo] = [exact.fractionFrom("1"), exact.fractionFrom("-2")];
  expect(exact.divide(one, minusTwo)).toEqual({ numerator: -1n, denominator: 2n });
  expect(() => exact.divide(one, exact.zero)).toThrow(RangeError);
});

test("a quotient that does not end is cut at 60 digits", () => {
  const third = exact.divide(exact.fractionFrom("1"), exact.fractionFrom("3"));
  expect(exact.toDecimal(third).toFixed()).toBe(`0.${"3".repeat(60)}`);
});
