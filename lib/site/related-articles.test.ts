import { expect, test } from "vitest";
import { checkArticle } from "#lib/articles/check-article";
import { parseArticle } from "#lib/articles/article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { outlineOf, type ArticleOutline } from "./article-outline.ts";
import { relatedAmong } from "./related-articles.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const areas = ["japan", "canada", "france"];
const keys = areas.map((area) => `mfh.holdings.${area}`);
const reader = createMemoryReader({
  series: keys.map((key) => exampleSeries(key, { multiplier: 9 })),
  vintages: [
    {
      release: "mfh",
      date: day("2026-06-18"),
      figures: Object.fromEntries(keys.map((key) => [key, { "2025-12": "5" }])),
    },
  ],
});

async function articleOn(slug: string, published: string, ...named: string[]) {
  const claims = named.map(
    (area) => `<Claim of="at(mfh.holdings.${area}, 2025-12)">$5 billion</Claim>`,
  );
  return articleSaying(slug, published, claims.join(" and "));
}

async function articleSaying(slug: string, published: string, text: string) {
  const source = `---
id: ${slug}-id
byline: Desk
topic: Capital
published: ${published}
updated: ${published}
asOf: 2026-06-18
---

# ${slug}

<Dek>A dek.</Dek>

${text}.
`;
  const { article } = parseArticle(source, { slug, file: "a.mdx" }, new Map());
  if (article === null) throw new TypeError(slug);
  return outlineOf(await checkArticle(article, reader, null), reader);
}

test("the countries that a rank looks at are not shared, only the one it ranks", async () => {
  const ranked = articleSaying(
    "ranked",
    "2026-01-01",
    `<Claim of="rank(mfh.holdings.japan, 2025-12)">largest</Claim>`,
  );
  const articles = [ranked, articleOn("two", "2026-01-01", "japan", "canada")];
  expect(await relatedSlugs("ranked", articles)).toEqual(["two 1"]);
});

async function relatedSlugs(slug: string, articles: Promise<ArticleOutline>[]) {
  const related = relatedAmong(await Promise.all(articles))(slug);
  return related.map((one) => `${one.slug} ${one.shared}`);
}

test("articles that share series are related, the most shared first, then the newest", async () => {
  const articles = [
    articleOn("one", "2026-01-01", "japan", "canada"),
    articleOn("old", "2025-01-01", "canada"),
    articleOn("new", "2026-02-01", "japan"),
    articleOn("both", "2024-01-01", "japan", "canada", "france"),
    articleOn("other", "2026-01-01", "france"),
  ];
  expect(await relatedSlugs("one", articles)).toEqual(["both 2", "new 1", "old 1"]);
});

test("an article alone, or of no article's series, has none", async () => {
  expect(await relatedSlugs("one", [articleOn("one", "2026-01-01", "japan")])).toEqual([]);
  const apart = [articleOn("one", "2026-01-01", "japan"), articleOn("two", "2026-01-01", "france")];
  expect(await relatedSlugs("two", apart)).toEqual([]);
  expect(await relatedSlugs("none", apart)).toEqual([]);
});
