import { expect, test } from "vitest";
import { checkSpeakers } from "./check-speaker.ts";
import { frontmatter, readArticle } from "./example-article.ts";

const source = (id: string, publisher: string) =>
  `  - { id: ${id}, publisher: "${publisher}", title: T, date: 2026-02-18, url: null, figures: ["$5 billion"] }\n`;
const withSources = frontmatter.replace(
  /---$/u,
  `sources:\n${source("wire", "Bloomberg News")}${source("ft", "Financial Times")}${source("tsy", "U.S. Department of the Treasury")}---`,
);

function problemsOf(body: string): string[] {
  const { article } = readArticle(`${withSources}\n\n# T\n\n<Dek>D</Dek>\n\n${body}\n`);
  if (article === null) throw new Error("not read");
  return checkSpeakers(article).map(({ message }) => message);
}
const quoted = (id: string) => `<Quoted source="${id}">$5 billion</Quoted>`;

test.each([
  `Bloomberg said that it was ${quoted("wire")}.`,
  `Bloomberg News itself said ${quoted("wire")}.`,
  `It was ${quoted("ft")}, according to the FT.`,
  `It was ${quoted("ft")}, said the Financial Times.`,
  `The Treasury reported ${quoted("tsy")}.`,
  `The Treasury said more. The first reports said ${quoted("ft")}.`,
  `Reports said ${quoted("ft")}, and Foreigners bought.`,
  `Reuters said one thing and Bloomberg said ${quoted("wire")}.`,
])("the publisher of its source may be named as who said it: %s", (body) => {
  expect(problemsOf(body)).toEqual([]);
});

test.each([
  [`Reuters said that it was ${quoted("wire")}.`, "Reuters"],
  [`It was ${quoted("wire")}, according to the Financial Times.`, "Financial Times"],
  [`It was ${quoted("ft")}, said Bloomberg.`, "Bloomberg"],
  [`The Treasury itself said that it was ${quoted("ft")}.`, "Treasury"],
])("and nobody else: %s", (body, who) => {
  expect(problemsOf(body)).toEqual([expect.stringContaining(`names "${who}" as who said`)]);
});
