import { expect, test } from "vitest";
import { Decimal } from "./decimal.ts";

test("tenths are exact", () => {
  expect(new Decimal("0.1").plus("0.2").eq("0.3")).toBe(true);
});

test("a product of two published figures keeps every digit", () => {
  expect(new Decimal("123456789012345").times("987654321098765").toFixed()).toBe(
    "121932631137021071359549253925",
  );
});

test("a whole number of dollars is never written with an exponent", () => {
  expect(new Decimal("1.62e12").toString()).toBe("1620000000000");
  expect(new Decimal("1e-12").toString()).toBe("0.000000000001");
});

test("halves are rounded away from zero", () => {
  expect([new Decimal("2.5").toFixed(0), new Decimal("-2.5").toFixed(0)]).toEqual(["3", "-3"]);
});
