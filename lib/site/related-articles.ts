import type { CheckedArticle } from "#lib/articles/check-article";
import { keysIn } from "#lib/expressions/catalogue";

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

/** The articles that share series with one, those that share most first, then the newest; at most three. */
export function relatedTo(slug: string, articles: readonly CheckedArticle[]): RelatedArticle[] {
  const own = articles.find(({ article }) => article.slug === slug);
  if (own === undefined) return [];
  const series = seriesOf(own);
  return articles
    .filter((other) => other !== own)
    .map((other) => {
      const { article } = other;
      return {
        ...{ slug: article.slug, headline: article.headline, dek: article.dek },
        published: article.frontmatter.published,
        shared: [...seriesOf(other)].filter((key) => series.has(key)).length,
      };
    })
    .filter(({ shared }) => shared > 0)
    .sort(
      (left, right) =>
        right.shared - left.shared ||
        right.published.localeCompare(left.published, "en") ||
        left.slug.localeCompare(right.slug, "en"),
    )
    .slice(0, most);
}

/**
 * The keys that its expressions name. A rank rests on every country besides, and two articles that rank something would
 * seem to share them all.
 */
function seriesOf(checked: CheckedArticle): ReadonlySet<string> {
  const known = knownSeries.get(checked);
  if (known !== undefined) return known;
  const series = new Set(
    checked.claims.flatMap(({ parts }) =>
      parts.flatMap(({ tree }) => keysIn(tree).map(({ key }) => key)),
    ),
  );
  knownSeries.set(checked, series);
  return series;
}

/** Each article is asked about for every other. */
const knownSeries = new WeakMap<CheckedArticle, ReadonlySet<string>>();
