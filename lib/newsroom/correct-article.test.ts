import { expect, test } from "vitest";
import type { WrittenCorrection } from "#lib/articles/frontmatter";
import { correctArticle, readCorrection } from "./correct-article.ts";

const now = new Date("2026-11-30T12:00:00.789Z");
const inNewYork = "2026-11-30T07:00:00-05:00";
const asked = { wrong: "It fell.", right: "It rose.", why: "A slip.", date: null };
const correction: WrittenCorrection = {
  date: inNewYork,
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

test("an id that was ever recorded is not given again", () => {
  const ground = { file: "a.mdx", now, headlines: new Map(), recorded: ["c1", "c2"] };
  expect(correctArticle(source, correction, ground)).toMatchObject({ ok: true, id: "c3" });
});

function correct(text: string, one = correction) {
  return correctArticle(text, one, {
    ...{ file: "a.mdx", now },
    ...{ headlines: new Map(), recorded: [] },
  });
}

test("a correction is added with an id, the article is updated at its time, and all else stays", () => {
  expect(correct(source)).toEqual({
    ok: true,
    id: "c1",
    source: source
      .replace("updated: 2026-11-23", `updated: ${inNewYork}`)
      .replace(
        "asOf: 2026-06-18\n",
        `asOf: 2026-06-18\ncorrections:\n  - date: ${inNewYork}\n    id: c1\n    wrong: "It fell."\n    right: "It rose."\n    why: "A slip."\n`,
      ),
  });
});

test("a correction of an earlier day changes the article now all the same", () => {
  const edited = correct(source, { ...correction, date: "2026-11-22" });
  expect(edited.ok && edited.source).toContain(`updated: ${inNewYork} # by hand`);
  expect(edited.ok && edited.source).toContain("- date: 2026-11-22\n    id: c1\n");
});

test("a correction on the day of publication, and a second one on that day, each move `updated`", () => {
  const fresh = source
    .replace("published: 2026-11-22", "published: 2026-11-30")
    .replace("updated: 2026-11-23", "updated: 2026-11-30");
  const first = correct(fresh);
  if (!first.ok) throw new Error(first.message);
  expect(first.source).toContain(`updated: ${inNewYork}`);
  const later = new Date("2026-11-30T12:00:01Z");
  const one = readCorrection({ ...asked, wrong: "It stayed." }, later);
  if (typeof one === "string") throw new Error(one);
  const second = correctArticle(first.source, one, {
    ...{ file: "a.mdx", now: later, headlines: new Map(), recorded: [] },
  });
  expect(second.ok && second.source).toContain("updated: 2026-11-30T07:00:01-05:00");
});

test("a second correction stands behind the first, and the same is not told twice", () => {
  const first = correct(source);
  if (!first.ok) throw new Error(first.message);
  const second = correct(first.source, { ...correction, wrong: "It stayed." });
  expect(second.ok && second.source.match(/wrong: .*/g)).toEqual([
    'wrong: "It fell."',
    'wrong: "It stayed."',
  ]);
  expect(second.ok && second.source.match(/id: c.*/g)).toEqual(["id: c1", "id: c2"]);
  expect(correct(first.source, { ...correction, date: "2026-11-29" })).toMatchObject({
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
      .replace("updated: 2026-11-23", "updated: 2026-11-30T18:00Z"),
    correction,
    "appears at 2026-11-30T18:00:00.000Z",
  ],
  ["a day before it", source, { ...correction, date: "2026-11-21" }, "from 2026-11-22 on"],
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

test("a correction without a date is of now, to the second, and its time is written first", () => {
  const read = readCorrection(asked, now);
  expect(read).toEqual(correction);
  expect(Object.keys(read)[0]).toBe("date");
});

test("a correction of an earlier date says when it was recorded, and moves `updated` there", () => {
  const read = readCorrection({ ...asked, date: "2026-11-24" }, now);
  expect(read).toEqual({ ...correction, date: "2026-11-24", recorded: inNewYork });
  if (typeof read === "string") throw new Error(read);
  const edited = correct(source, read);
  expect(edited.ok && edited.source).toContain(
    `- date: 2026-11-24\n    id: c1\n    recorded: ${inNewYork}\n`,
  );
});

test.each([
  [{ wrong: " " }, "--wrong: expected what the article said"],
  [{ right: undefined }, "--right: expected what it says now"],
  [{ why: "a\nb" }, "--why: expected how it came to be wrong: one line"],
  [{ why: "a".repeat(301) }, "at most 300 characters"],
  [{ right: "It fell. " }, "--right: expected another text"],
  [{ date: "2026-12-02" }, "--date: expected a day or a time up to now, 2026-11-30T07:00:00-05:00"],
  [
    { date: "2026-11-30T12:00:01Z" },
    "up to now, 2026-11-30T07:00:00-05:00 in New York; found 2026",
  ],
  [{ date: "30.11.2026" }, "--date: expected a day written YYYY-MM-DD"],
])("%j is refused", (wrong, message) => {
  expect(readCorrection({ ...asked, ...wrong }, now)).toContain(message);
});
