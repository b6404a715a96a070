import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { loadNouns } from "#lib/site/load-nouns";
import { checkArticle } from "./check-article.ts";
import { articleWith } from "./example-article.ts";
import { parseArticle } from "./article.ts";

const asOf = "2026-06-18";
if (!isVintageDate(asOf)) throw new TypeError(asOf);
const key = "mfh.holdings.japan";
const reader = createMemoryReader({
  series: [exampleSeries(key)],
  vintages: [{ release: "mfh", date: asOf, figures: { [key]: { "2025-12": "190" } } }],
});
const loaded = await loadNouns();
if (!loaded.ok) throw new Error("The nouns are damaged");
const { value: nouns } = loaded;

async function problemsOf(aside: string): Promise<string[]> {
  const body = `Japan’s holdings of Treasuries were <Claim of="at(${key}, 2025-12)">$190 billion</Claim>.\n\n${aside}`;
  const { article } = parseArticle(articleWith(body), { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  const { problems } = await checkArticle(article, reader, nouns);
  return problems.map(({ kind, message, at }) => `${at.line}:${at.column} ${kind}: ${message}`);
}

test.each([
  "![Japan’s holdings of Treasuries](/a.png)",
  '[A table](/a "Treasuries held by Japan")',
  "![A harbor at night](/a.png)",
])("a picture or a link that names what the article is about: %s", async (aside) => {
  expect(await problemsOf(aside)).toEqual([]);
});

test.each([
  [
    "![Brazil’s holdings of Treasuries](/a.png)",
    '16:3 wrong-noun: "Brazil’s holdings of Treasuries" says "Brazil',
  ],
  ['[A table](/a "Stocks held by Japan")', 'says "Stocks"'],
  ['[A table][b]\n\n[b]: /a "Japan’s net purchases"', 'says "net purchases"'],
  ["![Brazil][b]\n\n[b]: /a", 'says "Brazil"'],
])("and one that names what no claim rests on: %s", async (aside, expected) => {
  expect((await problemsOf(aside)).join()).toContain(expected);
});
