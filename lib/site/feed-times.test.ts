import { describe, expect, test } from "vitest";
import { parseFrontmatter } from "#lib/articles/frontmatter";
import { lastModifiedOf } from "#lib/feeds/feed-instant";
import { feedTimesOf, toldTimesOf } from "./feed-times.ts";

function read(published: string, updated: string, ...corrections: readonly string[]) {
  const list = corrections.map(
    (date, index) =>
      `  - { date: ${date}, id: c${index + 1}, wrong: "${index}", right: b, why: c }\n`,
  );
  const yaml = `id: one\nbyline: a\ntopic: b\npublished: ${published}\nupdated: ${updated}\nasOf: 2026-06-18\n${list.length > 0 ? `corrections:\n${list.join("")}` : ""}`;
  const { frontmatter, problems } = parseFrontmatter(yaml, "a.mdx", 2);
  if (frontmatter === null || problems.length > 0) throw new Error(JSON.stringify(problems));
  return frontmatter;
}

function timesOf(...times: Parameters<typeof read>) {
  return feedTimesOf(read(...times));
}

const ten = "2026-11-30T10:00:00.000Z";
const noon = "2026-11-30T12:00:00.000Z";

describe("an article is dated", () => {
  test.each([
    ["a day", ["2026-11-30", "2026-11-30"], "2026-11-30T05:00:00.000Z", "2026-11-30T05:00:00.000Z"],
    ["at its time", ["2026-11-30T10:00Z", "2026-11-30T10:00Z"], ten, ten],
    ["at its time, elsewhere", ["2026-11-30T03:00-07:00", "2026-11-30T10:00Z"], ten, ten],
    [
      "before the day begins in New York",
      ["2026-11-30T04:00Z", "2026-11-30T04:00Z"],
      "2026-11-30T04:00:00.000Z",
      "2026-11-30T04:00:00.000Z",
    ],
    [
      "and changed at a time",
      ["2026-11-30", "2026-11-30T12:00:00Z"],
      "2026-11-30T05:00:00.000Z",
      noon,
    ],
    [
      "and changed by a correction",
      ["2026-11-30", "2026-11-30T12:00Z", "2026-11-30T10:00Z", "2026-11-30T12:00Z"],
      "2026-11-30T05:00:00.000Z",
      noon,
    ],
    ["and corrected that day", ["2026-11-30T10:00Z", "2026-11-30T12:00Z", "2026-11-30"], ten, noon],
  ] as const)("%s: %j", (_, [published, updated, ...corrections], expected, changed) => {
    expect(timesOf(published, updated, ...corrections)).toMatchObject({
      published: expected,
      updated: changed,
    });
  });
});

describe("readers who ask by time alone", () => {
  const asked = new Date("2026-11-30T18:00:00Z");

  test.each([
    ["of times", ["2026-11-30T10:00Z", "2026-11-30T12:00Z", "2026-11-30T12:00Z"], new Date(noon)],
    ["of a scheduled article", ["2026-11-30T10:00Z", "2026-11-30T10:00Z"], new Date(ten)],
    [
      "of a day corrected at a time since",
      ["2026-11-28", "2026-11-30T12:00Z", "2026-11-30T12:00Z"],
      new Date(noon),
    ],
    ["of a day", ["2026-11-30", "2026-11-30"], asked],
    [
      "of a time corrected on a day",
      ["2026-11-30T10:00Z", "2026-11-30T12:00Z", "2026-11-30"],
      asked,
    ],
  ] as const)(
    "are told the last change %s: %j",
    (_, [published, updated, ...corrections], expected) => {
      const { changed } = timesOf(published, updated, ...corrections);
      expect(lastModifiedOf(changed, asked)).toEqual(expected);
    },
  );
});

test("a correction of an earlier date is dated by when it was recorded", () => {
  const { corrections, updated } = timesOf(
    "2026-11-28",
    "2026-11-30T12:00Z",
    "2026-11-29, recorded: 2026-11-30T12:00Z",
  );
  expect(corrections).toEqual([{ published: noon, changed: { day: null, came: new Date(noon) } }]);
  expect(updated).toBe(noon);
});

test("a correction of the day of publication is not before it", () => {
  const { corrections } = timesOf("2026-11-30T10:00Z", "2026-11-30T12:00Z", "2026-11-30");
  expect(corrections.map(({ published }) => published)).toEqual([ten]);
});

test.each([
  [["2026-11-28", "2026-11-30"], "2026-11-28", "2026-11-30"],
  [["2026-11-30T10:00Z", "2026-11-30T10:00Z"], ten, ten],
  [["2026-11-28", "2026-11-30T12:00Z", "2026-11-30T12:00Z"], "2026-11-28", noon],
  [["2026-11-30T10:00Z", "2026-11-30T12:00Z", "2026-11-30"], ten, noon],
  [["2026-11-30", "2026-11-30T12:00Z", "2026-11-30T12:00Z"], "2026-11-30", noon],
  [["2026-11-28", "2026-11-30", "2026-11-30"], "2026-11-28", "2026-11-30"],
] as const)(
  "programs are told of %j what is known",
  ([published, updated, ...corrections], ...told) => {
    const times = toldTimesOf(read(published, updated, ...corrections));
    expect([times.published, times.updated]).toEqual(told);
  },
);
