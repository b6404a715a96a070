import { expect, test } from "vitest";
import { readArticle } from "#lib/articles/example-article";
import { correctionsOf } from "./corrections.ts";

function articleOf(slug: string, ...dates: readonly string[]) {
  const list = dates.map(
    (date, index) =>
      `  - { date: ${date}, id: c${index + 1}, wrong: "${index}", right: b, why: c }\n`,
  );
  const { article } = readArticle(
    `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-30T20:00Z\nasOf: 2026-06-18\ncorrections:\n${list.join("")}---\n\n# T\n\n<Dek>D</Dek>\n`,
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
