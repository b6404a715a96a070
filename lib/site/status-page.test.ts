import { expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import { readCalendar } from "./release-calendar.ts";
import { ageOf, secondsToNext, statusPage } from "./status-page.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(`No such day: ${text}`);
  return text;
}

const calendar = readCalendar([], [], day("2026-07-01"));

function held(slug: string, ...dates: string[]) {
  const release = { slug, title: `Table ${slug}`, publisher: "", url: "", licence: "" };
  const snapshot = { sha256: "", fileName: "", url: "", bytes: 0, retrieved: null };
  return {
    release,
    vintages: dates.map((date) => ({ release: slug, date: day(date), note: null, snapshot })),
  };
}

test("each release has its newest vintage, and what came of asking for it last", () => {
  const at = new Date("2026-06-18T20:01:00Z");
  const sync = { release: "slt3", at, outcome: "held", vintage: null, goodAt: at } as const;
  const { releases } = statusPage(
    {
      releases: [held("mfh", "2026-02-18"), held("slt3", "2026-02-18", "2026-06-18"), held("s1")],
      outlines: [],
    },
    calendar,
    [{ ...sync, reason: null }],
  );
  expect(releases).toEqual([
    { slug: "mfh", title: "Table mfh", newest: "2026-02-18", vintages: 1, sync: null },
    {
      ...{ slug: "slt3", title: "Table slt3", newest: "2026-06-18", vintages: 2 },
      sync: { ...sync, reason: null },
    },
  ]);
});

test("a store that cannot say who was asked says nothing of it", () => {
  const page = statusPage({ releases: [held("mfh", "2026-02-18")], outlines: [] }, calendar, null);
  expect(page.releases[0]?.sync).toBeNull();
  expect(page.claims).toEqual({
    ...{ holds: 0, "holds-rounded": 0, drifted: 0, flipped: 0, unanswered: 0 },
  });
});

test("the next release is at four in New York, and after the end of the calendar there is none", () => {
  const [date, month] = [day("2026-07-14"), "2026-05"];
  if (!isPeriod(month)) throw new TypeError("No such month");
  const days = [{ date, first: month, last: month, note: null, published: false }];
  const next = readCalendar(days, [], day("2026-07-01"));
  expect(secondsToNext(next, new Date("2026-07-14T19:59:00Z"))).toBe(60);
  expect(secondsToNext(next, new Date("2026-07-14T20:01:00Z"))).toBe(-60);
  expect(secondsToNext(calendar, new Date("2026-07-14T20:00:00Z"))).toBeNaN();
});

test("a vintage is as old as the time since its day began", () => {
  expect(ageOf(day("2026-07-14"), new Date("2026-07-15T00:00:10Z"))).toBe(86_410);
});
