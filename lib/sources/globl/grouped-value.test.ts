import { expect, test } from "vitest";
import { readGroupedValue } from "./grouped-value.ts";

test.each([
  ["0", "0"],
  ["713", "713"],
  ["1,480", "1480"],
  ["4,912,116", "4912116"],
])("%s is %s", (text, value) => {
  expect(readGroupedValue(text)).toEqual({ value, status: "normal" });
});

test("n.a. is a missing observation, not zero", () => {
  expect(readGroupedValue("n.a.")).toEqual({ value: null, status: "missing" });
});

test.each([
  "",
  " ",
  "1480",
  "1,48",
  "1,4800",
  "14,80",
  ",480",
  "0,480",
  "01",
  "-5",
  "1.5",
  "1 480",
  "1,480,",
  "*",
  "N/A",
])("%j is no number of these files", (text) => {
  expect(readGroupedValue(text)).toBeNull();
});
