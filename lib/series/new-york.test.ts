import { describe, expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "./observation.ts";
import {
  dayInNewYork,
  instantInNewYork,
  shiftDay,
  timeInNewYork,
  timestampInNewYork,
} from "./new-york.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(text);
  return text;
}

const at = (date: string, hour: number, minute?: number) =>
  instantInNewYork(day(date), hour, minute).toISOString();

describe("four in the afternoon in New York", () => {
  test.each([
    ["2026-02-18", "2026-02-18T21:00:00.000Z"],
    ["2026-06-18", "2026-06-18T20:00:00.000Z"],
    ["2026-03-07", "2026-03-07T21:00:00.000Z"],
    ["2026-03-08", "2026-03-08T20:00:00.000Z"],
    ["2026-10-31", "2026-10-31T20:00:00.000Z"],
    ["2026-11-01", "2026-11-01T21:00:00.000Z"],
  ])("of %s is %s", (date, instant) => {
    expect(at(date, 16)).toBe(instant);
    expect(timeInNewYork(new Date(instant))).toBe("16:00");
  });
});

test("a day that changes its clocks has 23 or 25 hours", () => {
  expect([at("2026-03-08", 0), at("2026-03-08", 24)]).toEqual([
    "2026-03-08T05:00:00.000Z",
    "2026-03-09T04:00:00.000Z",
  ]);
  expect([at("2026-11-01", 0), at("2026-11-01", 24)]).toEqual([
    "2026-11-01T04:00:00.000Z",
    "2026-11-02T05:00:00.000Z",
  ]);
});

test("of an hour that occurs twice the first is meant; one that is skipped is taken an hour later", () => {
  expect(at("2026-11-01", 1, 30)).toBe("2026-11-01T05:30:00.000Z");
  expect(at("2026-03-08", 2, 30)).toBe("2026-03-08T07:30:00.000Z");
  expect(timeInNewYork(new Date(at("2026-03-08", 2, 30)))).toBe("03:30");
});

test.each([
  ["2026-06-19T03:59:59Z", "2026-06-18"],
  ["2026-06-19T04:00:00Z", "2026-06-19"],
  ["2026-02-19T04:59:59Z", "2026-02-18"],
  ["2026-02-19T05:00:00Z", "2026-02-19"],
  ["2026-01-01T04:59:59Z", "2025-12-31"],
])("at %s it is %s in New York", (instant, date) => {
  expect(dayInNewYork(new Date(instant))).toBe(date);
});

test("a day is shifted over months, years and changes of the clocks", () => {
  expect(shiftDay(day("2026-03-07"), 2)).toBe("2026-03-09");
  expect(shiftDay(day("2026-10-31"), 1)).toBe("2026-11-01");
  expect(shiftDay(day("2025-12-31"), 1)).toBe("2026-01-01");
  expect(shiftDay(day("2028-03-01"), -1)).toBe("2028-02-29");
});

test.each([
  ["2026-11-30T14:00:05.999Z", "2026-11-30T09:00:05-05:00"],
  ["2026-07-01T03:59:59Z", "2026-06-30T23:59:59-04:00"],
  ["2026-11-01T05:30:00Z", "2026-11-01T01:30:00-04:00"],
  ["2026-11-01T06:30:00Z", "2026-11-01T01:30:00-05:00"],
])("%s is %s in New York", (instant, shown) => {
  expect(timestampInNewYork(new Date(instant))).toBe(shown);
  expect(new Date(shown).getTime()).toBe(Math.floor(Date.parse(instant) / 1000) * 1000);
});
