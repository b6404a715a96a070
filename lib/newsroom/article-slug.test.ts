import { expect, test } from "vitest";
import { readTitle, slugOf } from "./article-slug.ts";

test.each([
  ["Who owns Treasuries?", "who-owns-treasuries"],
  ["São Paulo’s bonds & Łódź's øre", "sao-paulos-bonds-lodzs-ore"],
  ["  The   $9 trillion — a recount ", "the-9-trillion-a-recount"],
  ["Straße", "strasse"],
])("%s has the address %s", (title, slug) => {
  expect(readTitle(title, null)).toMatchObject({ ok: true, slug });
});

test("a long title is cut between words, and one long word within it", () => {
  expect(slugOf("word ".repeat(30))).toBe("word-".repeat(12).slice(0, -1));
  expect(slugOf("a".repeat(90))).toBe("a".repeat(60));
});

test("a title is kept as written but for its spaces", () => {
  expect(readTitle(" Café  society ", "cafe")).toEqual({
    ok: true,
    title: "Café society",
    slug: "cafe",
  });
});

test.each([
  ["", null, "with letters"],
  ["2025: 100%", null, "with letters"],
  ["Rates 🙂 up", null, "found 🙂"],
  ["Zero\u200bwidth", null, "U+200B"],
  ["日本", null, "--slug"],
  ["a ".repeat(150), null, "at most 200 characters; found 299"],
  ["Fine", "Not Fine", "such as not-fine"],
  ["Fine", "../x", "such as x"],
  ["Fine", "é!", "such as e"],
])("%j with the slug %j is refused", (title, slug, message) => {
  const read = readTitle(title, slug);
  expect(read.ok ? "accepted" : read.message).toContain(message);
});
