import type { NewsArticle, WithContext } from "schema-dts";
import type { ArticlePage } from "#lib/site/article-page";
import { absoluteUrl } from "../../_data/site-url.ts";
import { scriptSafeJson } from "./script-safe-json.ts";

/** The article as schema.org data, for search engines. */
export function ArticleJsonLd({ page }: { page: ArticlePage }) {
  const publisher = { "@type": "Organization", name: "Tickmark", url: absoluteUrl("/") } as const;
  const article: WithContext<NewsArticle> = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: page.headline,
    description: page.dek,
    articleSection: page.topic,
    datePublished: page.published,
    dateModified: page.updated,
    inLanguage: "en-US",
    isAccessibleForFree: true,
    url: absoluteUrl(`/articles/${page.slug}`),
    mainEntityOfPage: absoluteUrl(`/articles/${page.slug}`),
    image: Object.values(page.charts).map(({ pngPath }) => absoluteUrl(pngPath)),
    author: { "@type": "Organization", name: page.byline },
    publisher,
  };
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: scriptSafeJson(article) }}
    />
  );
}
