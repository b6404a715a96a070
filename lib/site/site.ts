import type { CheckedArticle } from "#lib/articles/check-article";
import type { DeskArticle } from "#lib/desk/desk-article";
import type { DeskRange } from "#lib/desk/desk-range";
import type { Ledger } from "#lib/evidence/ledger";
import type { PlannedEntry } from "#lib/feeds/feed";
import type { SeriesReader } from "#lib/series/reader";
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
import { ContentRefused } from "./content-refused.ts";
import { contentState, digest } from "./content-state.ts";
import { contentFolder } from "./content.ts";
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
import { gatedMark, namedCharts, shownContent, type ShownContent } from "./shown-content.ts";
import { SiteMemory, type ArticleParts } from "./site-memory.ts";

/** A release with the vintages held of it. */
export type HeldRelease = Awaited<ReturnType<typeof listReleases>>[number];

/** All pages as the store stands: made when first asked for, then kept. */
export interface Site {
  /** Names what it was made from; see `siteHolds`. */
  readonly holds: string;
  /** The same for the pages of one article; null when there is none. */
  holdsOf(slug: string): string | null;
  /** Newest first. */
  articles(): readonly ArticleSummary[];
  article(slug: string): Promise<ArticlePage | null>;
  /** The ids of its claims, each once, for who needs no more of it than addresses. */
  claimIds(slug: string): readonly string[];
  /** The same article beside the newest vintage of what it reads. */
  articleNow(slug: string): Promise<NowPage | null>;
  /** The slug of the article that was once at another; null when none was. */
  movedTo(slug: string): string | null;
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

/** What a site is opened with. */
export interface Opening {
  /** What time it is: articles that appear later are no part of the site, nor is what only they show. */
  readonly now: Date;
  /** What this process knows from the sites it opened before. */
  readonly memory?: SiteMemory;
}

/**
 * The site over the vintages held now. Throws `ContentRefused`, listing every problem, when the gate finds one: such content is
 * never shown. A site may be kept as long as `siteHolds` gives the same.
 */
export async function openSite(
  store: Store,
  { now, memory = new SiteMemory() }: Opening,
): Promise<Site> {
  // Asked first: what comes while the site is made makes it stale, and not wrong for good.
  const [held, content] = [await storeHolds(store), contentState()];
  const shown = shownContent(content, now);
  const reader = createReader(store);
  const releases = await listReleases(store);
  const vintages = releases.flatMap((held) => held.vintages);
  const kept = memory.findings(() => heldSince(store, held));
  const { articles, problems } = await checkContent(reader, vintages, now, contentFolder, kept);
  if (problems.length > 0)
    throw new ContentRefused({ held, content: gatedMark(content), shown: shown.mark, problems });
  memory.keepOnly(new Set(content.articles.keys()));
  // Asked of the text and of what was read of it: were they to differ, nobody sees the article.
  const instant = now.toISOString();
  const checked = articles
    .filter(({ article: { slug, frontmatter } }) => {
      const { draft, appears } = frontmatter;
      return shown.has(slug) && !draft && appears !== "" && appears <= instant;
    })
    .sort(newestFirst);
  // Each claim is read at every vintage of its release, and press releases are hundreds.
  const ofPages = memory.readerFor(held, () =>
    revisionsReader(reader, (keys) => revisionsOf(store, keys)),
  );
  const parts = new Map(
    checked.map((one) => [
      one.article.slug,
      memory.partsOf(one, () => articleParts(one, releases, ofPages)),
    ]),
  );
  const pageOf = async (slug: string) => (await parts.get(slug)?.page()) ?? null;
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
  const charts = chartPages(reader, {
    articles: checked,
    pageOf,
    named: namedCharts(content, shown),
  });
  return {
    holds: siteHolds(held, shown.mark),
    holdsOf: (slug) => articleHolds(held, shown, slug),
    articles: () => checked.map(summarise),
    article: pageOf,
    claimIds: (slug) => {
      const claims = checked.find(({ article }) => article.slug === slug)?.claims ?? [];
      return [...new Set(claims.map(({ claim }) => claim.id))];
    },
    movedTo: (slug) =>
      checked.find(({ article }) => article.frontmatter.formerly.includes(slug))?.article.slug ??
      null,
    articleNow: async (slug) => (await parts.get(slug)?.now()) ?? null,
    ledger: async (slug) => (await parts.get(slug)?.ledger()) ?? null,
    home: once(() =>
      buildHomePage(checked, releases, reader, (release, from, to) =>
        compareVintages(store, release, from, to, 1),
      ),
    ),
    corrections: () => correctionsOf(checked.map(({ article }) => article)),
    related: (slug) => relatedTo(slug, checked),
    usesOf: (key) => usesOf(key, checked, pageOf),
    search: once(() => indexSite(checked, pageOf, releases, charts, store)),
    desk: (range) => deskOf(checked, range, ofPages, vintages),
    charts,
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

function articleParts(
  checked: CheckedArticle,
  releases: readonly HeldRelease[],
  reader: SeriesReader,
): ArticleParts {
  const page = once(() => buildArticlePage(checked, reader));
  return {
    page,
    now: once(async () => buildNowPage(checked, await page(), releases, reader)),
    ledger: once(async () => buildLedger(checked, await page(), reader)),
  };
}

/**
 * A short text that changes when the store (`storeHolds`) does or what readers see of the content (`shownContent`): what pages are
 * made from, and so part of the key of each (cache-handler.mjs).
 */
export function siteHolds(held: string, shown: string): string {
  return digest(`${held} ${shown}`);
}

/** The same for the pages of one article, which rest on it and on what others show of themselves: `<text> <slug>`. */
export function articleHolds(
  held: string,
  shown: Pick<ShownContent, "markOf">,
  slug: string,
): string | null {
  const mark = shown.markOf(slug);
  return mark === null ? null : `${digest(`${held} ${mark}`)} ${slug}`;
}

/** A short text that changes when the store gets a vintage, or says something else of its series. Cheap, as it is asked every second. */
export async function storeHolds(store: Store): Promise<string> {
  // One after the other: they share one connection of the store's few.
  const names = await namesOfVintages(store);
  const held = [...names, await catalogueMark(store)];
  return digest(held.join("\n"));
}

/** Names what is read of a store that at first held `held`: when a vintage was loaded meanwhile, it is of neither. */
export async function heldSince(store: Store, held: string): Promise<string> {
  const now = await storeHolds(store);
  return now === held ? held : `${held} ${now}`;
}

function newestFirst(
  { article: left }: CheckedArticle,
  { article: right }: CheckedArticle,
): number {
  return (
    right.frontmatter.appears.localeCompare(left.frontmatter.appears, "en") ||
    left.slug.localeCompare(right.slug, "en")
  );
}
