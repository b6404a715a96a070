import type { Article } from "#lib/articles/article";
import { nearest } from "#lib/series/nearest";
import type { Place, Problem } from "#lib/series/problem";
import { articleIn, dead, type DeadAddress } from "./addresses.ts";
import { noHeading, siteLinks } from "./links.ts";
import { findWaiver } from "./waive.ts";

/** What an article is to those that link to it, and the articles that it links to. */
export interface LinkedArticle {
  readonly slug: string;
  /** The ids of its headings. */
  readonly anchors: readonly string[];
  readonly links: readonly ArticleLink[];
}

interface ArticleLink {
  readonly slug: string;
  /** The place in it; null for the whole page. */
  readonly anchor: string | null;
  readonly at: Place;
}

/** The same of an article, without the links that its frontmatter waives. */
export function linkedArticle(article: Article): LinkedArticle {
  const { slug, contents, frontmatter } = article;
  return {
    slug,
    anchors: contents.map(({ id }) => id),
    links: siteLinks(article).flatMap(({ url, at }) => {
      const target = articleIn(url);
      const isWaived = findWaiver(frontmatter.style, "style-link", url) !== -1;
      return target === null || isWaived ? [] : [{ ...target, at }];
    }),
  };
}

/**
 * Links between articles that lead nowhere: to one that is not there, that readers see later than the one that names it or, being a
 * draft, not at all, or to a heading that it has not. `appears` says from when on each article is seen, null for a draft; those of
 * it that `articles` lacks could not be read, and nothing is held against their headings. Problem: `style-link`.
 */
export function checkArticleLinks(
  articles: readonly LinkedArticle[],
  appears: ReadonlyMap<string, string | null>,
): Problem[] {
  const anchors = new Map(articles.map((article) => [article.slug, article.anchors]));
  return articles.flatMap(({ slug, links }) =>
    links.flatMap(({ at, ...link }) => {
      const from = appears.get(slug) ?? null;
      const trouble =
        findHidden(link.slug, from, appears) ?? findMissing(link, anchors.get(link.slug));
      return trouble === null ? [] : [{ kind: "style-link", at, ...trouble }];
    }),
  );
}

function findHidden(
  slug: string,
  from: string | null,
  appears: ReadonlyMap<string, string | null>,
): DeadAddress | null {
  const seen = appears.get(slug);
  if (seen === undefined) {
    const [likely] = nearest(slug, [...appears.keys()], 1);
    const address = likely === undefined ? null : `/articles/${likely}`;
    return dead(`no article is called "${slug}"`, address);
  }
  // Nobody but editors sees a draft and where its links lead.
  if (from === null) return null;
  const fix = "publish that article first, or take the link away";
  if (seen === null) return { ...dead(`"${slug}" is a draft`, null), fix };
  return seen > from ? { ...dead(`"${slug}" appears later, at ${seen}`, null), fix } : null;
}

function findMissing(
  { slug, anchor }: Pick<ArticleLink, "slug" | "anchor">,
  anchors: readonly string[] | undefined,
): DeadAddress | null {
  if (anchor === null || anchors === undefined || anchors.includes(anchor)) return null;
  return /^(?:sources?|claim)\b/u.test(anchor)
    ? null
    : noHeading(anchor, anchors, `/articles/${slug}#`);
}
