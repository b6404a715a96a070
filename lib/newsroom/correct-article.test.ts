import { expect, test } from "vitest";
import type { ArticleCorrection } from "#lib/articles/frontmatter";
import { correctArticle, readCorrection } from "./correct-article.ts";
import { isVintageDate, type VintageDate } from "#lib/series/observation";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const today = day("2026-11-30");
const asked = { wrong: "It fell.", right: "It rose.", why: "A slip.", date: null };
const correction: ArticleCorrection = {
  date: today,
  wrong: "It fell.",
  right: "It rose.",
  why: "A slip.",
};

const source = `---
id: one # never changes
byline: Desk
topic: Capital
published: 2026-11-22
updated: 2026-11-23 # by hand
asOf: 2026-06-18
---

# Fell \r

It rose.
`;

function correct(text: string, one = correction) {
  return correctArticle(text, one, {
    ...{ file: "a.mdx", now: new Date("2026-11-30T12:00:00Z") },
    headlines: new Map(),
  });
}

test("a correction is added, the article is updated on its day, and all else stays", () => {
  expect(correct(source)).toEqual({
    ok: true,
    source: source
      .replace("updated: 2026-11-23", "updated: 2026-11-30")
      .replace(
        "asOf: 2026-06-18\n",
        `asOf: 2026-06-18\ncorrections:\n  - date: 2026-11-30\n    wrong: "It fell."\n    right: "It rose."\n    why: "A slip."\n`,
      ),
  });
});

test("a correction of a day before the last change leaves the day of the last change", () => {
  const edited = correct(source, { ...correction, date: day("2026-11-22") });
  expect(edited.ok && edited.source).toContain("updated: 2026-11-23 # by hand");
});

test("a second correction stands behind the first, and the same is not told twice", () => {
  const first = correct(source);
  if (!first.ok) throw new Error(first.message);
  const second = correct(first.source, { ...correction, wrong: "It stayed." });
  expect(second.ok && second.source.match(/wrong: .*/g)).toEqual([
    'wrong: "It fell."',
    'wrong: "It stayed."',
  ]);
  expect(correct(first.source, { ...correction, date: day("2026-11-29") })).toMatchObject({
    ok: false,
    message: "the same was corrected on 2026-11-30 already",
  });
});

test.each([
  ["a draft", source.replace("asOf", "draft: true\nasOf"), correction, "is a draft"],
  [
    "one that nobody sees yet",
    source
      .replace("published: 2026-11-22", "published: 2026-11-30T18:00Z")
      .replace("2026-11-23", "2026-11-30"),
    correction,
    "appears at 2026-11-30T18:00:00.000Z",
  ],
  ["a day before it", source, { ...correction, date: day("2026-11-21") }, "from 2026-11-22 on"],
  ["broken frontmatter", source.replace("topic: Capital", "topic: ["), correction, "mend them"],
  [
    "a text that is not mended",
    source.replace("It rose.", "It fell."),
    correction,
    "still says so",
  ],
  [
    "a text that says something else",
    source,
    { ...correction, right: "It soared." },
    "mend the text first",
  ],
  [
    "a text that cannot be read",
    source.replace("It rose.", "<Dek>It rose."),
    correction,
    "read whole",
  ],
  ["no frontmatter", "# A\n", correction, "does not begin with frontmatter"],
])("refused: %s", (_, text, one, message) => {
  const edited = correct(text, one);
  expect(edited.ok ? "corrected" : edited.message).toContain(message);
});

test("a correction without a date is of today, and its day is written first", () => {
  const read = readCorrection(asked, today);
  expect(read).toEqual(correction);
  expect(Object.keys(read)[0]).toBe("date");
});

test.each([
  [{ wrong: " " }, "--wrong: expected what the article said"],
  [{ right: undefined }, "--right: expected what it says now"],
  [{ why: "a\nb" }, "--why: expected how it came to be wrong: one line"],
  [{ why: "a".repeat(301) }, "at most 300 characters"],
  [{ right: "It fell. " }, "--right: expected another text"],
  [{ date: "2026-12-01" }, "--date: expected a day up to today in New York, 2026-11-30"],
  [{ date: "30.11.2026" }, "--date: expected a day written YYYY-MM-DD"],
])("%j is refused", (wrong, message) => {
  expect(readCorrection({ ...asked, ...wrong }, today)).toContain(message);
});
