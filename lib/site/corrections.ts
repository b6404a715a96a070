import type { Article } from "#lib/articles/article";
import type { ArticleCorrection } from "#lib/articles/frontmatter";

/** One correction, and the article that it is of. */
export interface Correction extends ArticleCorrection {
  readonly article: { readonly slug: string; readonly headline: string };
}

/** The corrections of all articles, the newest first. */
export function correctionsOf(
  articles: readonly Pick<Article, "slug" | "headline" | "frontmatter">[],
): Correction[] {
  return articles
    .flatMap(({ slug, headline, frontmatter }) =>
      frontmatter.corrections.map((correction) => ({ ...correction, article: { slug, headline } })),
    )
    .sort(
      (left, right) =>
        right.date.localeCompare(left.date, "en") ||
        left.article.slug.localeCompare(right.article.slug, "en"),
    );
}
