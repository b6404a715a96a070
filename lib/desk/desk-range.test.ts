import { expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import type { Vintage } from "#lib/series/vintage";
import { parseRange } from "./desk-range.ts";

const saying = (text: string): unknown => expect.stringContaining(text);

function vintage(release: string, date: string): Vintage {
  if (!isVintageDate(date)) throw new TypeError(date);
  const snapshot = { sha256: "", fileName: "", url: "", bytes: 0, retrieved: null };
  return { release, date, snapshot, note: null };
}

const held = [
  vintage("mfh", "2026-02-18"),
  vintage("slt1", "2026-06-18"),
  vintage("mfh", "2026-06-18"),
];

test("two vintages are read, the older first; one alone is the newer", () => {
  expect(parseRange("2026-02-18..2026-06-18", held)).toEqual({
    ok: true,
    range: { from: "2026-02-18", to: "2026-06-18" },
  });
  expect(parseRange("2026-06-18", held)).toEqual({
    ok: true,
    range: { from: null, to: "2026-06-18" },
  });
});

test.each([
  ["2026-06-18..2026-02-18", "found 2026-06-18 before 2026-02-18: write 2026-02-18..2026-06-18"],
  ["2026-06-18..2026-06-18", "found 2026-06-18 twice"],
  ["2026-06-17", "No release held has a vintage of 2026-06-17"],
  ["2026-02-18..2027-01-01", "No release held has a vintage of 2027-01-01"],
  ["2026-02-30", 'found "2026-02-30"'],
  ["2026-02-18...2026-06-18", 'found ".2026-06-18"'],
  ["2026-02-18..", 'found "2026-02-18.."'],
  ["..2026-06-18", 'found "..2026-06-18"'],
  ["2026-02-18..2026-06-18..2026-06-18", "Expected one vintage or two"],
  ["", 'found ""'],
  ["June", 'found "June"'],
])("%j is refused with the vintages held", (text, message) => {
  const read = parseRange(text, held);
  expect(read).toMatchObject({ ok: false });
  if (read.ok) return;
  expect(read.message).toContain(message);
  expect(read.message).toContain("Vintages held: 2026-02-18, 2026-06-18");
});

test("a store without vintages says what to do", () => {
  expect(parseRange("2026-06-18", [])).toMatchObject({
    message: saying("none: load a release first"),
  });
});
