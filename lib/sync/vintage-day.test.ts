import { describe, expect, test } from "vitest";
import { isPeriod, type Period } from "#lib/series/period";
import { loadCalendar, type ReleaseDay } from "#lib/sources/calendar";
import { checkNewestMonth, findReleaseDay } from "./vintage-day.ts";

const calendar = knownCalendar();
const now = new Date("2026-11-22T15:00:00Z");

function knownCalendar(): readonly ReleaseDay[] {
  const loaded = loadCalendar();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

function dayOf(lastModified: string | null, at = now): string {
  const found = findReleaseDay(lastModified, calendar, at, "t.txt");
  return found.ok ? found.value.date : `${found.problems[0]?.kind}: ${found.problems[0]?.message}`;
}

describe("the day of a vintage", () => {
  test.each([
    ["at four in the afternoon", "Thu, 18 Jun 2026 20:00:03 GMT", "2026-06-18"],
    [
      "late in the evening, when it is tomorrow in UTC",
      "Fri, 19 Jun 2026 03:59:59 GMT",
      "2026-06-18",
    ],
    ["the day after", "Fri, 19 Jun 2026 04:00:00 GMT", "2026-06-18"],
    ["three days after", "Sun, 21 Jun 2026 23:00:00 GMT", "2026-06-18"],
    ["in winter", "Thu, 19 Feb 2026 04:59:00 GMT", "2026-02-18"],
    ["in the middle of the night in summer", "Tue, 14 Jul 2026 04:00:00 GMT", "2026-07-14"],
  ])("is that of the release, for a file put up %s", (_, modified, date) => {
    expect(dayOf(modified)).toBe(date);
  });

  test.each([
    ["without a date", null, "found none"],
    ["with a date that cannot be read", "yesterday", 'found "yesterday"'],
    ["four days after a release", "Mon, 22 Jun 2026 20:00:00 GMT", "found 2026-06-22"],
    ["the evening before a release", "Tue, 14 Jul 2026 03:59:59 GMT", "found 2026-07-13"],
    ["before the calendar begins", "Mon, 18 Jun 2012 20:00:00 GMT", "found 2012-06-18"],
    ["of tomorrow", "Mon, 23 Nov 2026 20:00:00 GMT", "modified by today, found one of 2026-11-23"],
  ])("is not guessed for a file %s", (_, modified, says) => {
    expect(dayOf(modified)).toMatch(/^unknown-release-day: /);
    expect(dayOf(modified)).toContain(says);
  });

  test("is not guessed after the calendar's end, which is said", () => {
    const later = new Date("2027-02-20T00:00:00Z");
    expect(dayOf("Thu, 18 Feb 2027 21:00:00 GMT", later)).toContain("which ends on 2026-12-15");
  });
});

describe("the newest month", () => {
  const june = calendar.find(({ date }) => date === "2026-06-18");

  function problemsOf(newest: string, brings: "each-month" | "some-months"): string[] {
    if (!june) throw new Error("The calendar has no 2026-06-18");
    const cells = ["2020-01", newest, "2019-05"].map((text) => ({
      key: "a.b",
      period: month(text),
      value: "1",
      status: "normal" as const,
      line: 1,
      column: 1,
    }));
    return checkNewestMonth({ cells }, june, brings, "t.txt").map(({ message }) => message);
  }

  function month(text: string): Period {
    if (!isPeriod(text)) throw new Error(text);
    return text;
  }

  test("is that of the calendar", () => {
    expect(problemsOf("2026-04", "each-month")).toEqual([]);
    const message =
      "Expected 2026-04 as the newest month, which the release of 2026-06-18 is about, found 2026-03";
    expect(problemsOf("2026-03", "each-month")).toEqual([message]);
    expect(problemsOf("2026-05", "each-month")).toHaveLength(1);
  });

  test("may be older in a file that only some releases bring up to date, by a year at most", () => {
    expect(problemsOf("2025-12", "some-months")).toEqual([]);
    expect(problemsOf("2025-03", "some-months")).toEqual([]);
    expect(problemsOf("2025-02", "some-months")).toHaveLength(1);
    expect(problemsOf("2026-05", "some-months")).toHaveLength(1);
  });
});
