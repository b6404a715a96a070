import { expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import { violatedIn } from "./data-violated.ts";

const february = day("2024-02-15");
const march = day("2024-03-19");
const april = day("2024-04-17");
const broken = [{ date: march, period: period("2022") }];

test("a violation touches the print that stood when its vintage came, and no later or earlier one", () => {
  const isViolated = violatedIn({ section: "month" }, broken);
  expect(isViolated(period("2022"), march, null)).toBe(true);
  expect(isViolated(period("2022"), february, null)).toBe(true);
  expect(isViolated(period("2022"), february, march)).toBe(false);
  expect(isViolated(period("2022"), april, null)).toBe(false);
  expect(isViolated(period("2021"), march, null)).toBe(false);
});

test("of the two years that a press release heads, one that is wrong makes both doubtful, in that release", () => {
  const isViolated = violatedIn({ section: "year" }, broken);
  expect(isViolated(period("2021"), march, null)).toBe(true);
  expect(isViolated(period("2021"), february, march)).toBe(false);
  expect(isViolated(period("2021"), april, null)).toBe(false);
});

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

function period(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}
