import { expect, test } from "vitest";
import { readHttpDate } from "./http-date.ts";

test.each([
  "Sun, 06 Nov 1994 08:49:37 GMT",
  "Sunday, 06-Nov-94 08:49:37 GMT",
  "Sun Nov  6 08:49:37 1994",
])("all three forms of a date are read: %s", (text) => {
  expect(readHttpDate(text)).toBe(784_111_777);
});

test.each([
  "",
  "yesterday",
  "0",
  "-1",
  "1994-11-06",
  "Sun, 06 Nov 1994",
  "Sun, 99 Nov 1994 08:49:37 GMT",
])("anything else says nothing: %s", (text) => {
  expect(readHttpDate(text)).toBeNull();
});
