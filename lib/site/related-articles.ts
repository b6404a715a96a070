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
 * Gives for an article those that share series with it, those that share most first, then the newest; at most three. What counts are the
 * keys that expressions name: a rank rests on every country besides, and two articles that rank something would seem to share them all.
 * What all articles name is gone through once: every page of a thousand asks.
 */
export function relatedAmong(articles: readonly Outline[]): (slug: string) => RelatedArticle[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const bySeries = new Map<string, Outline[]>();
  for (const article of articles) {
    for (const key of article.series) {
      const naming = bySeries.get(key);
      if (naming) naming.push(article);
      else bySeries.set(key, [article]);
    }
  }
  return (slug) => {
    const own = bySlug.get(slug);
    const shared = new Map<Outline, number>();
    for (const key of new Set(own?.series)) {
      for (const other of bySeries.get(key) ?? []) {
        if (other !== own) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    return nearest(shared);
  };
}

function nearest(shared: ReadonlyMap<Outline, number>): RelatedArticle[] {
  return [...shared]
    .map(([{ slug, headline, dek, frontmatter }, count]) => ({
      ...{ slug, headline, dek },
      published: frontmatter.published,
      shared: count,
    }))
    .sort(
      (left, right) =>
        right.shared - left.shared ||
        right.published.localeCompare(left.published, "en") ||
        left.slug.localeCompare(right.slug, "en"),
    )
    .slice(0, most);
}
