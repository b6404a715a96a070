// TEMPORARY: sample data until lib/site is joined here. See sample.ts.
import "server-only";
import type { ArticlePage } from "#lib/site/article-page";
import type { ArticleSummary } from "#lib/site/home-page";
import { samplePage } from "./sample.ts";

export async function getArticle(slug: string): Promise<ArticlePage | null> {
  const page = await samplePage();
  return page.slug === slug ? page : null;
}

export async function listArticles(): Promise<ArticleSummary[]> {
  const { slug, headline, dek, byline, topic, published, updated, asOf, counts } =
    await samplePage();
  return [{ slug, headline, dek, byline, topic, published, updated, asOf, claims: counts.claims }];
}
