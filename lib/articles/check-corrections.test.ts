import { expect, test } from "vitest";
import { formatProblem } from "#lib/series/problem";
import { checkCorrections } from "./check-corrections.ts";
import { articleWith, frontmatter, readArticle } from "./example-article.ts";

type Texts = readonly [wrong: string, right: string];

function problemsOf(body: string, ...corrections: readonly Texts[]): string[] {
  const fields = corrections.map(
    ([wrong, right], index) =>
      `  - { date: 2026-11-22, id: c${index + 1}, wrong: ${JSON.stringify(wrong)}, right: ${JSON.stringify(right)}, why: "A slip." }\n`,
  );
  const head = frontmatter.replace(/---$/u, `corrections:\n${fields.join("")}---`);
  const { article } = readArticle(articleWith(body).replace(frontmatter, head));
  if (article === null) throw new Error("The example cannot be read");
  return checkCorrections(article).map(formatProblem);
}

test.each<[string, ...Texts[]]>([
  ["Japan *sold* more.", ["Japan bought more.", "Japan sold more."]],
  ["Japan\nsold “more”.", ["Japan bought more.", 'Japan sold "more".']],
  ["It fell by half.", ["It fell", "It fell by half"]],
  ["Long before, it rose a little.", ["…it fell a little.", "…it rose a little…"]],
  ["It stayed.", ["It fell.", "It rose."], ["It rose.", "It stayed."]],
  ["It fell.", ["It fell.", "It rose."], ["It rose.", "It fell."]],
  ["It rose.", ["A falling headline", "A headline"]],
])("a correction is true of %j: %j", (body, ...corrections) => {
  expect(problemsOf(body, ...corrections)).toEqual([]);
});

test("what is right and does not stand in the text is a problem at its place, with what to do", () => {
  const problems = problemsOf("It stayed.", ["It fell.", "It rose."]);
  expect(problems).toEqual([
    expect.stringMatching(
      /^a\.mdx:9:\d+ correction-right: .*“It rose\.” now.*\n {4}fix: mend the text first/u,
    ),
  ]);
});

test("what was wrong and still stands in the text is one too", () => {
  expect(problemsOf("It rose. It fell.", ["It fell.", "It rose."])).toEqual([
    expect.stringMatching(/^a\.mdx:9:\d+ correction-wrong: .*“It fell\.”/u),
  ]);
});

test("of two of one day, whose times stand there, the later is the last word, wherever it stands", () => {
  const head = frontmatter.replace("updated: 2026-11-22", "updated: 2026-11-22T17:00Z").replace(
    /---$/u,
    `corrections:
  - { date: 2026-11-22T17:00Z, id: c2, wrong: "It rose.", right: "It stayed.", why: "A slip." }
  - { date: 2026-11-22T12:00-04:00, id: c1, wrong: "It fell.", right: "It rose.", why: "A slip." }
---`,
  );
  const { article, problems } = readArticle(articleWith("It stayed.").replace(frontmatter, head));
  expect(problems).toEqual([]);
  expect(article && checkCorrections(article)).toEqual([]);
});
