import { describe, expect, test } from "vitest";
import { isBefore, isToCome, readPublished, readTime, type SaidTime } from "./publication-time.ts";

describe("an article appears", () => {
  test.each([
    ["2026-11-30", "2026-11-30", "2026-11-30T00:00:00.000Z"],
    ["2026-11-30T09:00-05:00", "2026-11-30", "2026-11-30T14:00:00.000Z"],
    ["2026-11-30T23:30-05:00", "2026-11-30", "2026-12-01T04:30:00.000Z"],
    ["2026-11-30T09:00:15Z", "2026-11-30", "2026-11-30T09:00:15.000Z"],
    ["2024-02-29T00:00+14:00", "2024-02-29", "2024-02-28T10:00:00.000Z"],
  ])("%s: on %s, at %s", (text, day, appears) => {
    expect(readPublished(text)).toEqual({ ok: true, day, appears });
  });
});

describe("what is no time is refused with what is expected", () => {
  test.each([
    ["2026-13-45", "the calendar has no 2026-13-45"],
    ["2026-02-29T09:00Z", "the calendar has no 2026-02-29"],
    [
      "tomorrow",
      "YYYY-MM-DD, such as 2026-11-30, or a day and time such as 2026-11-30T09:00-05:00",
    ],
    ["30 November 2026", 'found "30 November 2026"'],
    ["2026-11-30 09:00", 'found "2026-11-30 09:00"'],
    ["2026-11-30T09:00", "2026-11-30T09:00-05:00 in New York in winter"],
    ["2026-11-30T9:00Z", "from 00:00 to 23:59"],
    ["2026-11-30T24:00Z", "found 24:00"],
    ["2026-11-30T09:60Z", "found 09:60"],
    ["2026-11-30T09:00-13:00", "from -12:00 to +14:00, or Z; found -13:00"],
    ["2026-11-30T09:00+05:75", "found +05:75"],
    ["", "expected a day"],
  ])("%j", (text, expected) => {
    const read = readPublished(text);
    expect(read.ok ? "accepted" : read.message).toContain(expected);
  });
});

function said(text: string): SaidTime {
  const read = readTime(text);
  if (!read.ok) throw new TypeError(read.message);
  return read;
}

test.each([
  ["2026-11-30T09:00-05:00", "2026-11-30T14:00:01Z", true],
  ["2026-11-30T23:30-05:00", "2026-12-01T04:00Z", false],
  ["2026-11-30", "2026-11-30T00:00Z", false],
  ["2026-11-29T23:59Z", "2026-11-30", true],
  ["2026-11-30", "2026-11-30", false],
])("%s is before %s: %s", (left, right, expected) => {
  expect(isBefore(said(left), said(right))).toBe(expected);
});

test.each([
  ["2026-11-30T15:00:00Z", false],
  ["2026-11-30T15:00:01Z", true],
  ["2026-12-01", false],
  ["2026-12-02", true],
])("at three in the afternoon of 2026-11-30 UTC, %s is to come: %s", (text, expected) => {
  expect(isToCome(said(text), new Date("2026-11-30T15:00:00Z"))).toBe(expected);
});
