import type { CheckedArticle } from "#lib/articles/check-article";
import { formatProblem } from "#lib/series/problem";
import { createReader } from "#lib/store/reader";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import type { ArticleFeedItem } from "#lib/feeds/feed-item";
import type { ArticlePage } from "./article-page.ts";
import { buildArticlePage } from "./build-article-page.ts";
import { buildFeedItem } from "./build-feed-item.ts";
import { buildHomePage, summarise, type HeldRelease } from "./build-home-page.ts";
import { checkContent } from "./check-content.ts";
import type { ArticleSummary, HomePage } from "./home-page.ts";

/** All pages as the store stands: made when first asked for, then kept. */
export interface Site {
  articles(): readonly ArticleSummary[];
  article(slug: string): Promise<ArticlePage | null>;
  home(): Promise<HomePage>;
  feedItems(): Promise<ArticleFeedItem[]>;
}

/**
 * The site over the vintages held now. `holds` names them: keep a site as long as it stays the same, since what a vintage
 * says never changes. Throws, listing every problem, when the gate finds one: such content is never shown.
 */
export async function openSite(store: Store): Promise<Site> {
  const reader = createReader(store);
  const releases = await listReleases(store);
  const { articles, problems } = await checkContent(
    reader,
    releases.flatMap(({ vintages }) => vintages),
  );
  if (problems.length > 0) {
    throw new Error(
      `The content has ${problems.length} problems:\n${problems.map(formatProblem).join("\n")}`,
    );
  }
  const pages = new Map<string, Promise<ArticlePage>>();
  const pageOf = (checked: CheckedArticle): Promise<ArticlePage> => {
    const { slug } = checked.article;
    const page = pages.get(slug) ?? buildArticlePage(checked, reader);
    pages.set(slug, page);
    return page;
  };
  let home: Promise<HomePage> | undefined;
  return {
    articles: () => articles.map(summarise),
    article: async (slug) => {
      const checked = articles.find(({ article }) => article.slug === slug);
      return checked ? pageOf(checked) : null;
    },
    home: () => (home ??= buildHomePage(articles, releases, reader)),
    feedItems: () =>
      Promise.all(
        articles.map(async (checked) => buildFeedItem(checked.article, await pageOf(checked))),
      ),
  };
}

/** A text that changes when the store gets a vintage. */
export async function storeHolds(store: Store): Promise<string> {
  return holdings(await listReleases(store));
}

function holdings(releases: readonly HeldRelease[]): string {
  const vintages = releases.flatMap((held) => held.vintages);
  return vintages
    .map(({ release, date, snapshot }) => `${release} ${date} ${snapshot.sha256}`)
    .join("\n");
}
