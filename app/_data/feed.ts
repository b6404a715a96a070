// TEMPORARY: sample data until lib/site is joined here. See sample.ts.
import "server-only";
import type { ArticleFeedItem } from "#lib/feeds/feed-item";
import { listArticles } from "./article.ts";

export async function listFeedItems(): Promise<ArticleFeedItem[]> {
  return (await listArticles()).map((article) => ({
    ...article,
    id: article.slug,
    html: "<p>Sample</p>",
  }));
}
