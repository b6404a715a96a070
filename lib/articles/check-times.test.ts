import { expect, test } from "vitest";
import { checkTimes, toldChanges } from "./check-times.ts";
import { articleWith, readArticle } from "./example-article.ts";

function problemsOf(published: string, updated: string, correction: string | null, now: string) {
  const list =
    correction === null
      ? ""
      : `corrections:\n  - { date: ${correction}, id: c1, wrong: a, right: b, why: c }\n`;
  const { article, problems } = readArticle(
    articleWith("b.")
      .replace("published: 2026-11-22", `published: ${published}`)
      .replace("updated: 2026-11-22", `updated: ${updated}`)
      .replace("asOf: 2026-06-18\n", `asOf: 2026-06-18\n${list}`),
  );
  if (article === null || problems.length > 0) throw new Error(problems.join("\n"));
  return checkTimes(toldChanges(article), new Date(now)).map(
    ({ kind, message, at }) => `${at.line}:${at.column} ${kind} ${message}`,
  );
}

const noon = "2026-11-30T12:00:00Z";

test.each([
  ["2026-11-22", "2026-12-01", null],
  ["2026-11-22", "2026-11-30T07:00:00-05:00", "2026-11-30T07:00:00-05:00"],
  ["2026-12-24", "2026-12-24", null],
  ["2026-12-24T09:00Z", "2026-12-24T09:00Z", null],
  ["2026-12-24T09:00Z", "2026-12-24T09:00Z", "2026-12-24"],
])(
  "an article of %s may be updated at %s and corrected at %s",
  (published, updated, correction) => {
    expect(problemsOf(published, updated, correction, noon)).toEqual([]);
  },
);

test.each([
  ["2026-11-22", "2026-12-02", null, "6:10 time-to-come updated: 2026-12-02 is yet to come"],
  [
    "2026-11-22",
    "2026-11-30T12:00:01Z",
    null,
    "6:10 time-to-come updated: 2026-11-30T12:00:01Z is",
  ],
  ["2026-11-22", "2026-12-02", "2026-12-02", "9:13 time-to-come corrections.0.date: 2026-12-02"],
  ["2026-12-24T09:00Z", "2026-12-24T09:01Z", null, "updated: 2026-12-24T09:01Z is yet to come"],
  ["2026-12-24", "2026-12-25", null, "updated: 2026-12-25 is yet to come"],
  [
    ...["2026-11-22", "2026-11-30T12:00:01Z", "2026-11-29, recorded: 2026-11-30T12:00:01Z"],
    "corrections.0.recorded: 2026-11-30T12:00:01.000Z is yet to come",
  ],
])("nobody has updated an article of %s at %s, or corrected it at %s", (...times) => {
  const [published, updated, correction, expected] = times;
  expect(problemsOf(published, updated, correction, noon).join("\n")).toContain(expected);
});
