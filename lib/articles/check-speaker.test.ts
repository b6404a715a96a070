import { expect, test } from "vitest";
import { loadNouns } from "#lib/site/load-nouns";
import { checkSpeakers } from "./check-speaker.ts";
import { frontmatter, readArticle } from "./example-article.ts";

const source = (id: string, publisher: string) =>
  `  - { id: ${id}, publisher: "${publisher}", title: T, date: 2026-02-18, url: null, figures: ["$5 billion"] }\n`;
const withSources = frontmatter.replace(
  /---$/u,
  `sources:\n${source("wire", "Bloomberg News")}${source("ft", "Financial Times")}${source("tsy", "U.S. Department of the Treasury")}${source("press", "The Press")}${source("ap", "Associated Press")}${source("the", "The")}---`,
);
const loaded = await loadNouns();
if (!loaded.ok) throw new Error("The nouns are damaged");
const { finder } = loaded.value;

function problemsOf(body: string): string[] {
  const { article } = readArticle(`${withSources}\n\n# T\n\n<Dek>D</Dek>\n\n${body}\n`);
  if (article === null) throw new Error("not read");
  return checkSpeakers(article, finder).map(({ message }) => message);
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
  `Reuters and Bloomberg said ${quoted("wire")}.`,
  `In February Bloomberg said ${quoted("wire")}.`,
  `The AP said ${quoted("ap")}.`,
  `The Associated Press said ${quoted("ap")}.`,
  `The Press said ${quoted("press")}.`,
])("the publisher of its source may be named as who said it: %s", (body) => {
  expect(problemsOf(body)).toEqual([]);
});

test.each([
  `The wire reported Tuesday that it was ${quoted("wire")}.`,
  `The wire said in passing, and repeated, said December, ${quoted("wire")}.`,
  `One bank estimated China sold ${quoted("wire")}.`,
  `It estimated China’s sales at ${quoted("wire")}.`,
  `Officials said Monday that it was ${quoted("wire")}.`,
  `Traders reckoned on ${quoted("wire")}.`,
  `Two Officials said ${quoted("wire")}.`,
])("what names no publisher is nobody’s: %s", (body) => {
  expect(problemsOf(body)).toEqual([]);
});

test.each([
  [`Reuters said ${quoted("press")}.`, "Reuters"],
  [`Reuters said ${quoted("the")}.`, "Reuters"],
  [`The Economist said ${quoted("ft")}.`, "Economist"],
  [`China Daily said ${quoted("wire")}.`, "China Daily"],
  [`Reuters said Tuesday that it was ${quoted("wire")}.`, "Reuters"],
  [`Reuters said that it was ${quoted("wire")}.`, "Reuters"],
  [`It was ${quoted("wire")}, according to the Financial Times.`, "Financial Times"],
  [`It was ${quoted("ft")}, said Bloomberg.`, "Bloomberg"],
  [`The Treasury itself said that it was ${quoted("ft")}.`, "Treasury"],
])("and nobody else: %s", (body, who) => {
  expect(problemsOf(body)).toEqual([expect.stringContaining(`names "${who}" as who said`)]);
});
