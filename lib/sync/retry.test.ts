import { expect, test } from "vitest";
import { backOff, parseHttpDate, retryAfter, usualPolicy } from "./retry.ts";

test("the limit of a wait doubles up to a cap, and the wait is anything below it", () => {
  const limits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => backOff(usualPolicy, attempt, () => 1));
  expect(limits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(backOff(usualPolicy, 3, () => 0)).toBe(0);
  expect(backOff(usualPolicy, 3, () => 0.25)).toBe(1_000);
});

test("Retry-After is seconds or a date; a date that has passed is no wait", () => {
  const now = new Date("2026-06-18T20:00:00Z");
  expect(retryAfter("120", now)).toBe(120_000);
  expect(retryAfter("Thu, 18 Jun 2026 20:01:00 GMT", now)).toBe(60_000);
  expect(retryAfter("Thu, 18 Jun 2026 19:00:00 GMT", now)).toBe(0);
});

test.each([undefined, "", "-5", "1.5", "soon", "9999999999"])("%j asks for no wait", (header) => {
  expect(retryAfter(header, new Date(0))).toBeNull();
});

test.each([
  "2026-06-18",
  "Thu, 18 Jun 2026 20:01:00",
  "Fri, 18 Jun 2026 20:01:00 GMT",
  "Wed, 31 Jun 2026 20:01:00 GMT",
  "Thu, 18 Jun 2026 20:01:00 EST",
])("%s is no date of HTTP", (text) => {
  expect(parseHttpDate(text)).toBeNull();
});
