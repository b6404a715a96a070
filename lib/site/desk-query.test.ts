import { expect, test } from "vitest";
import { readDeskQuery } from "./desk-query.ts";

test("days are taken as written, and what was not chosen is nothing", () => {
  expect(readDeskQuery({ from: "2026-02-18", to: "" })).toEqual({
    ok: true,
    from: "2026-02-18",
    to: null,
  });
  expect(readDeskQuery({})).toEqual({ ok: true, from: null, to: null });
});

test("a day that is given twice is refused", () => {
  expect(readDeskQuery({ from: ["2026-02-18", "2026-06-18"] })).toEqual({
    ok: false,
    message: "Expected `from` once in the address, found it 2 times",
  });
});

test("a text that is too long for a day is refused, and not repeated", () => {
  expect(readDeskQuery({ to: "2".repeat(41) })).toEqual({
    ok: false,
    message: "Expected a day in `to`, such as 2026-06-18, found 41 characters",
  });
});
