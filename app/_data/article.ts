import "server-only";
import type { ArticlePage } from "#lib/site/article-page";
import type { ArticleSummary } from "#lib/site/home-page";
import type { NowPage } from "#lib/site/now-page";
import { getSite } from "./site.ts";

/** Everything an article's page shows, or null when there is no such article. */
export async function getArticle(slug: string): Promise<ArticlePage | null> {
  return (await getSite()).article(slug);
}

/** The same article beside the newest figures, or null when there is no such article. */
export async function getArticleNow(slug: string): Promise<NowPage | null> {
  return (await getSite()).articleNow(slug);
}

/** All articles, newest first. */
export async function listArticles(): Promise<readonly ArticleSummary[]> {
  return (await getSite()).articles();
}
