import { expect, test } from "vitest";
import { dawnOf, lastModifiedOf, timestampOf } from "./feed-instant.ts";

test("a day has begun where it is counted, and is the same for everybody", () => {
  expect(timestampOf(dawnOf("2026-11-22"))).toBe("2026-11-22T05:00:00Z");
});

const ofDay = { day: "2026-11-22", came: null };

test("while the day lasts somewhere, what changed on it may change again: it is now", () => {
  for (const now of ["2026-11-22T01:00:00Z", "2026-11-23T11:59:59Z"]) {
    expect(lastModifiedOf(ofDay, new Date(now))).toEqual(new Date(now));
  }
});

test("afterwards it stays the same", () => {
  for (const now of ["2026-11-23T12:00:00Z", "2046-01-01T00:00:00Z"]) {
    expect(lastModifiedOf(ofDay, new Date(now))).toEqual(new Date("2026-11-23T12:00:00Z"));
  }
});

test("who has been told of a time hears of every later change of that day", () => {
  const first = lastModifiedOf(ofDay, new Date("2026-11-22T15:00:00Z"));
  const second = lastModifiedOf(ofDay, new Date("2026-11-22T21:00:00Z"));
  expect(second.getTime()).toBeGreaterThan(first.getTime());
});

test("what came long after its day changed the document when it came", () => {
  const came = new Date("2026-12-20T09:30:00Z");
  expect(lastModifiedOf({ day: "2026-11-22", came }, new Date("2027-01-01T00:00:00Z"))).toEqual(
    came,
  );
});

test("of nothing it is the beginning of time", () => {
  expect(lastModifiedOf({ day: null, came: null }, new Date()).getTime()).toBe(0);
});
