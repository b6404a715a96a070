import { expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { articleWith, frontmatter } from "#lib/articles/example-article";
import { formatProblem } from "#lib/series/problem";
import { checkArticleLinks, linkedArticle, type LinkedArticle } from "./article-links.ts";

function linking(body: string, fields = ""): LinkedArticle {
  const source = articleWith(body).replace(
    frontmatter,
    frontmatter.replace(/---$/u, `${fields}---`),
  );
  const { article } = parseArticle(source, { slug: "one", file: "a.mdx" }, new Map());
  if (article === null) throw new Error("The example cannot be read");
  return linkedArticle(article);
}

const now = "2026-11-23T00:00:00.000Z";
const appears = new Map([
  ["one", now],
  ["two", "2026-11-20T00:00:00.000Z"],
  ["later", "2026-11-30T00:00:00.000Z"],
  ["draft", null],
  ["broken", now],
]);

function problemsOf(one: LinkedArticle, from = appears, time = now): string {
  const two = { slug: "two", anchors: ["why-it-matters"], links: [] };
  const articles = [one, two, { ...two, slug: "later" }, { ...two, slug: "draft" }];
  const moved = new Map([
    ["once", "two"],
    ["once-later", "later"],
  ]);
  const targets = { appears: from, articles, moved, now: new Date(time) };
  return checkArticleLinks([one], targets).map(formatProblem).join("\n");
}

test.each([
  [
    "[x](/articles/twoo)",
    'a.mdx:14:1 style-link: the link leads nowhere: no article is called "twoo"',
    "write /articles/two",
  ],
  ["[x](/articles/two#why-it-maters)", "#why-it-maters", "write /articles/two#why-it-matters"],
  ["[x](/articles/draft)", '"draft" is a draft', "publish that article first"],
  ["[x](/articles/later/ledger)", '"later" appears later, at 2026-11-30', "publish that article"],
])("a link to an article that no reader would find is told: %s", (body, message, fix) => {
  const problems = problemsOf(linking(body));
  expect(problems).toContain(message);
  expect(problems).toContain(fix);
});

test("links that lead somewhere pass, and so do those to what cannot be judged", () => {
  const body =
    "## Here\n\n[a](/articles/two) [b](/articles/two#why-it-matters) [c](/articles/two/now) [d](/articles/one#here) [e](/articles/broken#x) [f](/articles/two#sources)";
  expect(problemsOf(linking(body))).toBe("");
});

test("whoever is shown before the article that it links to may link to it once that is shown too", () => {
  const one = linking("[x](/articles/later)");
  expect(problemsOf(one, appears, "2026-11-29T23:59:59Z")).toContain("appears later");
  expect(problemsOf(one, appears, "2026-11-30T00:00:00Z")).toBe("");
  const both = new Map([...appears, ["one", "2026-11-30T00:00:00.000Z"]]);
  expect(problemsOf(one, both)).toBe("");
});

test("a link to a name that an article had before leads to that article", () => {
  expect(problemsOf(linking("[x](/articles/once) [y](/articles/once#why-it-matters)"))).toBe("");
  expect(problemsOf(linking("[x](/articles/once#why)"))).toContain("/articles/two#why-it-matters");
  expect(problemsOf(linking("[x](/articles/once-later)"))).toContain('"later" appears later');
});

test("who makes a draft of an article that another links to is told what keeps it", () => {
  const withdrawn = problemsOf(linking("[x](/articles/two)"), new Map([...appears, ["two", null]]));
  expect(withdrawn).toContain("made a draft again when no other links to it");
});

test("a draft is told what would keep it if it were published now", () => {
  const drafts = new Map([...appears, ["one", null]]);
  expect(problemsOf(linking("[x](/articles/draft)"), drafts)).toContain('"draft" is a draft');
  const tooEarly = problemsOf(linking("[x](/articles/later)"), drafts);
  expect(tooEarly).toContain('"later" appears later, at 2026-11-30T00:00:00.000Z');
  expect(tooEarly).toContain("with --at 2026-11-30T00:00:00Z");
  expect(problemsOf(linking("[x](/articles/tow)"), drafts)).toContain("no article");
  expect(problemsOf(linking("## Here\n\n[x](/articles/one#here)"), drafts)).toBe("");
});

test("a link that the frontmatter waives is not judged", () => {
  const waiver =
    "style:\n  - { rule: style-link, words: /articles/tow, reason: It comes on Monday }\n";
  expect(problemsOf(linking("[x](/articles/tow)", waiver))).toBe("");
});
