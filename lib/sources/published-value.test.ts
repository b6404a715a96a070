import { expect, test } from "vitest";
import { readValue } from "./published-value.ts";

test("a figure stays as it is printed, trailing zeros too", () => {
  expect(readValue(" 1202.70 ")).toEqual({ value: "1202.70", status: "normal" });
  expect(readValue("-31400")).toEqual({ value: "-31400", status: "normal" });
});

test("minus zero, which rounding leaves behind, is zero", () => {
  expect(readValue("-0")).toEqual({ value: "0", status: "normal" });
  expect(readValue("-0.0")).toEqual({ value: "0.0", status: "normal" });
});

test("n.a. is a missing observation, not zero", () => {
  expect(readValue("n.a.")).toEqual({ value: null, status: "missing" });
});

test.each([
  "",
  " ",
  "*",
  "1,234",
  "1e5",
  "0x1f",
  "NaN",
  "Infinity",
  "--1",
  "+1",
  "1.",
  ".5",
  "007",
  "n.a",
  "１２",
])("%j is not a number", (text) => {
  expect(readValue(text)).toBeNull();
});

test("a number of twenty digits is not a figure of this family", () => {
  expect(readValue("12345678901234567890")).toBeNull();
});
