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

/** Of a thousand articles all but one are the same when one was changed. */
const known = new WeakMap<Article, LinkedArticle>();

/** The same of an article, without the links that its frontmatter waives. */
export function linkedArticle(article: Article): LinkedArticle {
  const found = known.get(article) ?? readLinked(article);
  known.set(article, found);
  return found;
}

function readLinked(article: Article): LinkedArticle {
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

/** All articles that links may lead to. */
export interface LinkTargets {
  /** From when on each article is seen, by its slug; null for a draft. */
  readonly appears: ReadonlyMap<string, string | null>;
  /** The articles that could be read: nothing is held against the headings of others. */
  readonly articles: readonly LinkedArticle[];
  /** The slugs of articles by the names that their folders had before: links to these are led on. */
  readonly moved: ReadonlyMap<string, string>;
  readonly now: Date;
}

/**
 * Links of articles to articles that lead nowhere: to one that is not there, that readers do not see yet when they see the one that
 * names it or, being a draft, not at all, or to a heading that it has not. A draft is told what would keep it from being published
 * now. Problem: `style-link`.
 */
export function checkArticleLinks(
  from: readonly LinkedArticle[],
  { appears, articles, moved, now }: LinkTargets,
): Problem[] {
  const instant = now.toISOString();
  const anchors = new Map(articles.map((article) => [article.slug, article.anchors]));
  return from.flatMap(({ slug, links }) =>
    links.flatMap(({ at, ...written }) => {
      const link = { ...written, slug: moved.get(written.slug) ?? written.slug };
      const own = appears.get(slug) ?? null;
      // Whoever reads it at all reads it from now on at the earliest, a draft if it were published.
      const from = { at: own !== null && own > instant ? own : instant, isDraft: own === null };
      const trouble =
        (link.slug === slug ? null : findHidden(link.slug, from, appears)) ??
        findMissing(link, anchors.get(link.slug));
      return trouble === null ? [] : [{ kind: "style-link", at, ...trouble }];
    }),
  );
}

function findHidden(
  slug: string,
  from: { readonly at: string; readonly isDraft: boolean },
  appears: ReadonlyMap<string, string | null>,
): DeadAddress | null {
  const seen = appears.get(slug);
  if (seen === undefined) {
    const [likely] = nearest(slug, [...appears.keys()], 1);
    const address = likely === undefined ? null : `/articles/${likely}`;
    return dead(`no article is called "${slug}"`, address);
  }
  const fix = "publish that article first, or take the link away";
  if (seen === null) {
    const withdrawn = "; an article is made a draft again when no other links to it";
    return { ...dead(`"${slug}" is a draft`, null), fix: fix + withdrawn };
  }
  if (seen <= from.at) return null;
  const then = `publish this one from then on, with --at ${seen.replace(".000Z", "Z")}; or `;
  const later = dead(`"${slug}" appears later, at ${seen}`, null);
  return { ...later, fix: (from.isDraft ? then : "") + fix };
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
