import type { ArticleOutline } from "./article-outline.ts";

/** An article that names series of another, and how many they share. */
export interface RelatedArticle {
  readonly slug: string;
  readonly headline: string;
  readonly dek: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
  readonly shared: number;
}

/** So many are worth a reader's time after an article. */
const most = 3;

type Outline = Pick<ArticleOutline, "slug" | "headline" | "dek" | "series"> & {
  readonly frontmatter: Pick<ArticleOutline["frontmatter"], "published">;
};

/**
 * The articles that share series with one, those that share most first, then the newest; at most three. What counts are the keys that
 * expressions name: a rank rests on every country besides, and two articles that rank something would seem to share them all.
 */
export function relatedTo(slug: string, articles: readonly Outline[]): RelatedArticle[] {
  const own = articles.find((article) => article.slug === slug);
  if (own === undefined) return [];
  const series = new Set(own.series);
  return articles
    .filter((other) => other !== own)
    .map((other) => ({
      ...{ slug: other.slug, headline: other.headline, dek: other.dek },
      published: other.frontmatter.published,
      shared: other.series.filter((key) => series.has(key)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort(
      (left, right) =>
        right.shared - left.shared ||
        right.published.localeCompare(left.published, "en") ||
        left.slug.localeCompare(right.slug, "en"),
    )
    .slice(0, most);
}
