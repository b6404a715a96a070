import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { loadNouns } from "#lib/site/load-nouns";
import { parseArticle } from "./article.ts";
import { checkArticle } from "./check-article.ts";
import { frontmatter } from "./example-article.ts";

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

const claim = `They were <Claim of="at(${key}, 2025-12)">$190 billion</Claim> at the end of December 2025.`;
const naming = "Japan’s holdings of Treasuries were counted.";
const curly = naming.replace("counted", '<Exempt reason="a”>counted</Exempt>');

async function kindsOf(body: string): Promise<string[]> {
  const source = `${frontmatter}\n\n# A headline\n\n${body}\n`;
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  const checked = await checkArticle(article, reader, nouns);
  return [...problems, ...checked.problems].map(({ kind }) => kind);
}

test.each([
  ["the text before", `<Dek>${curly}</Dek>\n\n${claim}`],
  ["the text before a note and a chart", `${curly}\n\n{/* A note. */}\n\n${claim}`],
  ["a heading above", `## ${curly}\n\nIt is long.\n\n${claim}`],
])("what may be named in words that cannot be read is not missing: %s", async (_, body) => {
  expect(await kindsOf(body)).toEqual(["mdx"]);
});

test.each([
  ["further up", `<Dek>It is long.</Dek>\n\n${curly}\n\nIt is long.\n\n${claim}`],
  ["behind it", `<Dek>It is long.</Dek>\n\n${claim}\n\n${curly}`],
])("words that cannot be read and do not reach so far hide nothing: %s", async (_, body) => {
  const kinds = await kindsOf(body);
  expect(kinds).toContain("mdx");
  expect(kinds).toContain("missing-noun");
});
