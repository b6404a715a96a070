import { expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import type { ReleaseDay } from "#lib/sources/calendar";
import { readCalendar } from "./release-calendar.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

function releaseDay(date: string, month: string): ReleaseDay {
  if (!isPeriod(month)) throw new TypeError(month);
  return { date: day(date), first: month, last: month, note: null, published: true };
}

const days = [
  releaseDay("2026-06-18", "2026-04"),
  releaseDay("2026-07-14", "2026-05"),
  releaseDay("2026-11-18", "2026-09"),
  releaseDay("2026-12-15", "2026-10"),
];
const releases = [
  { slug: "slt1", title: "Table 1", dates: [day("2026-06-18")], eachMonth: true },
  { slug: "press", title: "Press", dates: [], eachMonth: true },
  { slug: "s1", title: "Form S", dates: [day("2023-03-15")], eachMonth: false },
];

test("a past day is held only where a vintage of it is, and what is missing is named", () => {
  const { days: seen } = readCalendar(days, releases, day("2026-11-22"));
  expect(seen.map(({ date, state }) => [date, state])).toEqual([
    ["2026-12-15", "due"],
    ["2026-11-18", "absent"],
    ["2026-07-14", "absent"],
    ["2026-06-18", "partly"],
  ]);
  expect(seen.at(-1)?.held.map(({ slug }) => slug)).toEqual(["slt1"]);
  expect(seen.at(-1)?.missing.map(({ slug }) => slug)).toEqual(["press"]);
});

test("the next day is the first to come, and the days that passed since the newest vintage are counted", () => {
  const calendar = readCalendar(days, releases, day("2026-11-22"));
  expect(calendar.next?.date).toBe("2026-12-15");
  expect(calendar.newestHeld).toBe("2026-06-18");
  expect(calendar.passed).toEqual(["2026-07-14", "2026-11-18"]);
});

test("on a release day the release is due until something of it is held", () => {
  expect(readCalendar(days, releases, day("2026-11-18")).next?.date).toBe("2026-11-18");
  const loaded = [{ slug: "slt1", title: "Table 1", dates: [day("2026-11-18")], eachMonth: true }];
  const after = readCalendar(days, loaded, day("2026-11-18"));
  expect(after.next?.date).toBe("2026-12-15");
  expect(after.passed).toEqual([]);
});

test("after the end of the calendar no next day is made up", () => {
  expect(readCalendar(days, releases, day("2027-03-01")).next).toBeNull();
});
