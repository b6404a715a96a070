import { expect, test } from "vitest";
import { readCall } from "./desk-call.ts";

const now = new Date("2026-11-25T01:00:00Z");
const today = "2026-11-24";

const call = {
  slug: "a-slug",
  decision: "left",
  to: "2026-07-16",
  by: "Jane Doe",
  note: "It is of 2025",
  seen: "0123456789abcdef",
  draft: false,
  on: "2026-11-23",
};

test("a decision is read, its texts without blanks around them", () => {
  expect(readCall({ ...call, by: " Jane Doe " }, now)).toEqual({ ...call, changed: call.on });
  expect(readCall({ ...call, decision: "signed", note: "" }, now)).toMatchObject({ note: null });
});

test("a decision without a day is of today, and the article changes now", () => {
  expect(readCall({ ...call, on: null }, now)).toMatchObject({
    on: today,
    changed: "2026-11-24T20:00:00-05:00",
  });
  expect(readCall({ ...call, on: "" }, now)).toMatchObject({ on: today });
});

test.each([
  [{ slug: "../a" }, "slug: expected the slug of an article"],
  [{ decision: "burn" }, "decision: "],
  [{ to: "2026-02-30" }, "to: expected a day written YYYY-MM-DD"],
  [{ by: "" }, "by: expected the name of who decides"],
  [{ by: "a".repeat(101) }, "at most 100 characters"],
  [{ note: "" }, "note: expected the reason"],
  [{ note: "a\nb" }, "one line"],
  [{ note: "a\u2028b" }, "one line"],
  [{ note: "a".repeat(281) }, "at most 280 characters"],
  [{ note: ["a"] }, "note: "],
  [{ seen: "abc" }, "seen: expected the hash that the desk printed"],
  [{ on: undefined }, "on: "],
  [{ on: "24 November" }, "on: expected a day written YYYY-MM-DD"],
  [{ on: "2026-11-25" }, "on: expected a day up to today in New York, 2026-11-24"],
])("%j is refused", (wrong, message) => {
  expect(readCall({ ...call, ...wrong }, now)).toContain(message);
});
