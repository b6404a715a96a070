import { expect, test } from "vitest";
import { isPeriod, type Period } from "#lib/series/period";
import { monthRuns, monthsOfRuns } from "./month-runs.ts";

function month(text: string): Period {
  if (!isPeriod(text)) throw new Error(text);
  return text;
}

function months(text: string, newest = "2001-03"): readonly string[] {
  return monthsOfRuns(monthRuns.parse(text), month(newest));
}

test("runs are months without a gap, and an open one goes on to the newest month", () => {
  expect(months("2000-06, 2000-10..2000-11, 2001-02..")).toEqual([
    "2001-03",
    "2001-02",
    "2000-11",
    "2000-10",
    "2000-06",
  ]);
});

test("no month is later than the newest", () => {
  expect(months("2000-12..2001-05", "2001-01")).toEqual(["2001-01", "2000-12"]);
  expect(months("2001-02..", "2001-01")).toEqual([]);
});

test.each([
  "",
  "2000",
  "2000-13",
  "2000-Q1",
  "2000-06,2000-08",
  "2000-06..2000-05",
  "2000-08, 2000-06",
  "2000-06.., 2000-08",
  "2000-06..2000-08, 2000-08",
])("%j is refused", (text) => {
  expect(monthRuns.safeParse(text).success).toBe(false);
});
