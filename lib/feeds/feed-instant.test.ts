import { expect, test } from "vitest";
import { lastModifiedOf, timestampOf } from "./feed-instant.ts";

test("a day is its midnight, the same for everybody", () => {
  expect(timestampOf("2026-11-22")).toBe("2026-11-22T00:00:00Z");
});

test("while the day lasts somewhere, what changed on it may change again: it is now", () => {
  for (const now of ["2026-11-22T01:00:00Z", "2026-11-23T11:59:59Z"]) {
    expect(lastModifiedOf("2026-11-22", new Date(now))).toEqual(new Date(now));
  }
});

test("afterwards it stays the same", () => {
  for (const now of ["2026-11-23T12:00:00Z", "2046-01-01T00:00:00Z"]) {
    expect(lastModifiedOf("2026-11-22", new Date(now))).toEqual(new Date("2026-11-23T12:00:00Z"));
  }
});

test("who has been told of a time hears of every later change of that day", () => {
  const first = lastModifiedOf("2026-11-22", new Date("2026-11-22T15:00:00Z"));
  const second = lastModifiedOf("2026-11-22", new Date("2026-11-22T21:00:00Z"));
  expect(second.getTime()).toBeGreaterThan(first.getTime());
});
