import "server-only";
import { historyOf, type ArticleHistory } from "#lib/site/article-history";
import { getSite } from "./site.ts";

/** What has happened to an article since it was published, or null when there is no such article. */
export async function getArticleHistory(slug: string): Promise<ArticleHistory | null> {
  const site = await getSite();
  const page = await site.article(slug);
  if (page === null) return null;
  const own = site.corrections().filter(({ article }) => article.slug === slug);
  return historyOf(page, own.toReversed());
}
