import { createHash } from "node:crypto";
import type { CheckedArticle } from "#lib/articles/check-article";
import type { DeskArticle } from "#lib/desk/desk-article";
import type { DeskRange } from "#lib/desk/desk-range";
import type { Ledger } from "#lib/evidence/ledger";
import type { PlannedEntry } from "#lib/feeds/feed";
import { revisionsReader } from "#lib/series/revisions-reader";
import { catalogueMark } from "#lib/store/catalogue-mark";
import { compareVintages } from "#lib/store/revision-rows";
import { createReader } from "#lib/store/reader";
import { revisionsOf } from "#lib/store/revisions-of";
import type { Store } from "#lib/store/store";
import { listReleases, namesOfVintages } from "#lib/store/vintage-rows";
import type { ArticlePage } from "./article-page.ts";
import { buildArticlePage } from "./build-article-page.ts";
import { buildHomePage, summarise } from "./build-home-page.ts";
import { chartPages, type ChartPages } from "./chart-page.ts";
import { checkContent } from "./check-content.ts";
import { contentMark } from "./content-mark.ts";
import { ContentRefused } from "./content-refused.ts";
import { correctionsOf, type Correction } from "./corrections.ts";
import { usesOf, type SeriesUse } from "./data-uses.ts";
import { deskOf } from "./desk.ts";
import { articleEntries, type FeedChart } from "./feed-articles.ts";
import { drawFeedPicture, type FeedPicture } from "./feed-picture.ts";
import { buildLedger } from "./ledger.ts";
import type { ArticleSummary, HomePage } from "./home-page.ts";
import { buildNowPage, type NowPage } from "./now-page.ts";
import { once } from "./once.ts";
import { indexSite, type SiteSearch } from "./site-search.ts";
import { relatedTo, type RelatedArticle } from "./related-articles.ts";

/** A release with the vintages held of it. */
export type HeldRelease = Awaited<ReturnType<typeof listReleases>>[number];

/** All pages as the store stands: made when first asked for, then kept. */
export interface Site {
  /** Names what it was made from; see `siteHolds`. */
  readonly holds: string;
  /** Newest first. */
  articles(): readonly ArticleSummary[];
  article(slug: string): Promise<ArticlePage | null>;
  /** The same article beside the newest vintage of what it reads. */
  articleNow(slug: string): Promise<NowPage | null>;
  /** Its claims in the order of the text, with all that they rest on. */
  ledger(slug: string): Promise<Ledger | null>;
  home(): Promise<HomePage>;
  /** The corrections of all articles, newest first. */
  corrections(): readonly Correction[];
  /** The articles that share series with one. */
  related(slug: string): readonly RelatedArticle[];
  /** The claims of all articles that rest on figures of a series, by article. */
  usesOf(key: string): Promise<readonly SeriesUse[]>;
  /** All that is searched in memory. */
  search(): Promise<SiteSearch>;
  readonly charts: ChartPages;
  /** Every sentence of every article between two vintages. */
  desk(range: DeskRange): Promise<readonly DeskArticle[]>;
  /** What the vintages of each release are, oldest first. */
  readonly releases: readonly HeldRelease[];
  /** Every article and correction as feeds have them. `report` hears of each chart that cannot be drawn. */
  feedEntries(report: (chart: string, error: unknown) => void): readonly PlannedEntry[];
}

/**
 * The site over the vintages held now. Throws `ContentRefused`, listing every problem, when the gate finds one: such content is
 * never shown. A site may be kept as long as `siteHolds` gives the same.
 */
export async function openSite(store: Store): Promise<Site> {
  // Asked first: what comes while the site is made makes it stale, and not wrong for good.
  const [held, content] = [await storeHolds(store), await contentMark()];
  const holds = siteHolds(held, content);
  const reader = createReader(store);
  const releases = await listReleases(store);
  const vintages = releases.flatMap((held) => held.vintages);
  const { articles, problems } = await checkContent(reader, vintages);
  if (problems.length > 0) throw new ContentRefused({ held, content, problems });
  const checked = [...articles].sort(newestFirst);
  // Each claim is read at every vintage of its release, and press releases are hundreds.
  const ofPages = revisionsReader(reader, (keys) => revisionsOf(store, keys));
  const pages = new Map(
    checked.map((one) => [one.article.slug, once(() => buildArticlePage(one, ofPages))]),
  );
  const pageOf = async (slug: string) => (await pages.get(slug)?.()) ?? null;
  const pageHeld = async (slug: string) => {
    const page = await pageOf(slug);
    if (page === null) throw new Error(`${slug} has no page`);
    return page;
  };
  const pictures = new Map<string, () => Promise<FeedPicture>>();
  const pictureOf = (view: FeedChart) => {
    const draw = pictures.get(view.pngPath) ?? once(() => drawFeedPicture(view, ofPages));
    pictures.set(view.pngPath, draw);
    return draw();
  };
  const nowPages = new Map(
    checked.map((one) => [
      one.article.slug,
      once(async () => buildNowPage(one, await pageOf(one.article.slug), releases, ofPages)),
    ]),
  );
  const ledgers = new Map(
    checked.map((one) => [
      one.article.slug,
      once(async () => {
        const page = await pageOf(one.article.slug);
        return page === null ? null : buildLedger(one, page, ofPages);
      }),
    ]),
  );
  return {
    holds,
    articles: () => checked.map(summarise),
    article: pageOf,
    articleNow: async (slug) => (await nowPages.get(slug)?.()) ?? null,
    ledger: async (slug) => (await ledgers.get(slug)?.()) ?? null,
    home: once(() =>
      buildHomePage(checked, releases, reader, (release, from, to) =>
        compareVintages(store, release, from, to, 1),
      ),
    ),
    corrections: () => correctionsOf(checked.map(({ article }) => article)),
    related: (slug) => relatedTo(slug, checked),
    usesOf: (key) => usesOf(key, checked, pageOf),
    search: once(() => indexSite(checked, pageOf, releases, store)),
    desk: (range) => deskOf(checked, range, ofPages, vintages),
    charts: chartPages(reader, { articles: checked, pageOf }),
    releases,
    feedEntries: (report) =>
      articleEntries(
        checked.map(({ article }) => ({ article, page: () => pageHeld(article.slug) })),
        (view) =>
          pictureOf(view).catch((error: unknown) => {
            report(view.id, error);
            return null;
          }),
      ),
  };
}

/**
 * A short text that changes when the store (`storeHolds`) or the content does (`contentMark`): what pages are made from, and so
 * part of the key of each (cache-handler.mjs).
 */
export function siteHolds(held: string, content: string): string {
  return createHash("sha256").update(`${held} ${content}`).digest("hex").slice(0, 16);
}

/** A short text that changes when the store gets a vintage, or says something else of its series. Cheap, as it is asked every second. */
export async function storeHolds(store: Store): Promise<string> {
  // One after the other: they share one connection of the store's few.
  const names = await namesOfVintages(store);
  const held = [...names, await catalogueMark(store)];
  return createHash("sha256").update(held.join("\n")).digest("hex").slice(0, 16);
}

function newestFirst(
  { article: left }: CheckedArticle,
  { article: right }: CheckedArticle,
): number {
  return (
    right.frontmatter.published.localeCompare(left.frontmatter.published, "en") ||
    left.slug.localeCompare(right.slug, "en")
  );
}
