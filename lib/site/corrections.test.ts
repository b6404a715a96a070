import { expect, test } from "vitest";
import { readArticle } from "#lib/articles/example-article";
import { correctionsOf, lastCorrected } from "./corrections.ts";

function articleOf(slug: string, ...dates: readonly string[]) {
  const list = dates.map(
    (date, index) =>
      `  - { date: ${date}, id: c${index + 1}, wrong: "${index}", right: b, why: c }\n`,
  );
  const { article } = readArticle(
    `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-30T20:00Z\nasOf: 2026-06-18\ncorrections:${list.length === 0 ? " []" : ""}\n${list.join("")}---\n\n# T\n\n<Dek>D</Dek>\n`,
  );
  if (article === null) throw new Error("The example can be read");
  return { ...article, slug };
}

test("corrections of all articles come by their times, the newest first, and of one day the last written", () => {
  const one = articleOf("one", "2026-11-29", "2026-11-30T10:00Z", "2026-11-30T20:00Z");
  const two = articleOf("two", "2026-11-29", "2026-11-29", "2026-11-30T12:00Z");
  expect(correctionsOf([one, two]).map(({ article, wrong }) => `${article.slug} ${wrong}`)).toEqual(
    ["one 2", "two 2", "one 1", "one 0", "two 1", "two 0"],
  );
});

test("an article was last corrected when readers were last told so, to the time where one is said", () => {
  const last = (...dates: readonly string[]) =>
    lastCorrected(articleOf("one", ...dates).frontmatter);
  expect(last()).toBeNull();
  expect(last("2026-11-29")).toBe("2026-11-29");
  expect(last("2026-11-30T15:00+01:00", "2026-11-22")).toBe("2026-11-30T14:00:00.000Z");
  expect(last("2026-11-29, recorded: 2026-11-30T12:00Z")).toBe("2026-11-30T12:00:00.000Z");
});
