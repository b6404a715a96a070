import type { Article } from "#lib/articles/article";
import { articleHtml } from "#lib/articles/html";
import { pngSize } from "#lib/charts/png";
import type { ArticleFeedItem } from "#lib/feeds/feed-item";
import type { ArticlePage } from "./article-page.ts";

/** Size of every chart in CSS pixels, two of its own to one: an `<img>` without it makes a reader's page jump. */
const chartSize = { width: pngSize.width / 2, height: pngSize.height / 2 };

/** The whole article as a feed carries it. Addresses are paths; the feed makes them absolute. */
export function buildFeedItem(article: Article, page: ArticlePage): ArticleFeedItem {
  const path = `/articles/${article.slug}`;
  const html = articleHtml(article, {
    article: path,
    receipt: (claimId) => page.receipts[claimId]?.path ?? path,
    chart: (id) => {
      const view = page.charts[id];
      if (!view) throw new Error(`The chart ${id} of ${article.slug} was not drawn`);
      return { url: view.pngPath, alt: view.alt, source: view.source, ...chartSize };
    },
  });
  return {
    id: article.frontmatter.id,
    slug: article.slug,
    headline: article.headline,
    dek: article.dek,
    published: article.frontmatter.published,
    updated: article.frontmatter.updated,
    byline: article.frontmatter.byline,
    topic: article.frontmatter.topic,
    html,
  };
}
