import type { CheckedArticle } from "#lib/articles/check-article";
import type { DeskArticle } from "#lib/desk/desk-article";
import type { DeskRange } from "#lib/desk/desk-range";
import type { Ledger } from "#lib/evidence/ledger";
import type { PlannedEntry } from "#lib/feeds/feed";
import { revisionsReader } from "#lib/series/revisions-reader";
import { compareVintages } from "#lib/store/revision-rows";
import { createReader } from "#lib/store/reader";
import { revisionsOf } from "#lib/store/revisions-of";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import type { ArticleOutline } from "./article-outline.ts";
import type { ArticlePage } from "./article-page.ts";
import { articleParts, type ArticleParts } from "./article-parts.ts";
import { buildHomePage, summarise } from "./build-home-page.ts";
import { chartPages, type ChartPages } from "./chart-page.ts";
import { checkContent, type AcceptedArticle } from "./check-content.ts";
import { ContentRefused } from "./content-refused.ts";
import { contentState, type ContentState } from "./content-state.ts";
import { contentFolder } from "./content.ts";
import { correctionsOf, type Correction } from "./corrections.ts";
import { usesOf, type SeriesUse } from "./data-uses.ts";
import { deskOf } from "./desk.ts";
import { articleEntries, type FeedChart } from "./feed-articles.ts";
import { drawFeedPicture, type FeedPicture } from "./feed-picture.ts";
import { heldReader } from "./held-reader.ts";
import { articleHolds, stillHolds, siteHolds, storeHolds } from "./holds.ts";
import type { ArticleSummary, HomePage } from "./home-page.ts";
import type { NowPage } from "./now-page.ts";
import { once } from "./once.ts";
import { readAccepted } from "./read-accepted.ts";
import { receiptPaths } from "./receipt-path.ts";
import { indexSite, type SiteSearch } from "./site-search.ts";
import { relatedAmong, type RelatedArticle } from "./related-articles.ts";
import { sharedContent, type SharedContent } from "./shared-content.ts";
import {
  gatedMark,
  gatedStamp,
  namedCharts,
  shownContent,
  type ShownContent,
} from "./shown-content.ts";
import { SiteMemory } from "./site-memory.ts";

/** A release with the vintages held of it. */
export type HeldRelease = Awaited<ReturnType<typeof listReleases>>[number];

/** All pages as the store stands: made when first asked for, then kept. */
export interface Site {
  /** Names what it was made from; see `siteHolds`. */
  readonly holds: string;
  /** The same for the pages of one article; null when there is none. */
  holdsOf(slug: string): string | null;
  /** What each article is to the pages of others, newest first. */
  outlines(): readonly ArticleOutline[];
  /** The same as lines of a list. */
  articles(): readonly ArticleSummary[];
  article(slug: string): Promise<ArticlePage | null>;
  /** The ids of its claims, for who needs no more of it than addresses. */
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
  usesOf(key: string): readonly SeriesUse[];
  /** All that is searched in memory. */
  search(): Promise<SiteSearch>;
  readonly charts: ChartPages;
  /** The charts, terms and topics that it is made with. */
  readonly shared: SharedContent;
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

/** So often an opening begins again while somebody writes. */
const mostTries = 5;

/**
 * The site over the vintages held now. Throws `ContentRefused`, listing every problem, when the gate finds one: such content is
 * never shown. A site may be kept as long as `siteHolds` gives the same. What the gate found before is not looked for again, and an
 * article is read whole when somebody asks for it.
 */
export async function openSite(store: Store, opening: Opening): Promise<Site> {
  const { memory = new SiteMemory() } = opening;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const ground = await gatherGround(store, { ...opening, memory });
    if (ground !== null) return siteOver(ground);
  }
  throw new Error("The content was written to each time it was read");
}

/** What a site is made of, all as of one moment. */
interface SiteGround {
  readonly store: Store;
  readonly held: string;
  readonly content: ContentState;
  readonly shown: ShownContent;
  readonly releases: readonly HeldRelease[];
  /** Those that readers see, newest first. */
  readonly articles: readonly AcceptedArticle[];
  readonly memory: SiteMemory;
}

/** Null when the content was written to meanwhile: then what was found may be of neither. */
async function gatherGround(
  store: Store,
  { now, memory }: Required<Opening>,
): Promise<SiteGround | null> {
  // Asked first: what comes while the site is made makes it stale, and not wrong for good.
  const [held, content] = [await storeHolds(store), contentState()];
  const shown = shownContent(content, now);
  const releases = await listReleases(store);
  const { articles, problems } = await checkContent({
    ...{ reader: createReader(store), heldVintages: releases.flatMap(({ vintages }) => vintages) },
    ...{ now, folder: contentFolder },
    keeping: memory.findings.over(held, () => stillHolds(store, held)),
  });
  if (gatedStamp(contentState()) !== gatedStamp(content)) return null;
  if (problems.length > 0)
    throw new ContentRefused({ held, content: gatedMark(content), shown: shown.mark, problems });
  memory.keepOnly(new Set(articles.map(({ outline }) => outline.slug)));
  // Asked of the text and of what was read of it: were they to differ, nobody sees the article.
  const instant = now.toISOString();
  const seen = articles.filter(({ outline: { slug, frontmatter } }) => {
    const { appears } = frontmatter;
    return shown.has(slug) && appears !== "" && appears <= instant;
  });
  return { store, held, content, shown, releases, memory, articles: seen.sort(newestFirst) };
}

function siteOver(ground: SiteGround): Site {
  const { store, held, content, shown, releases, articles, memory } = ground;
  const reader = heldReader(store, releases);
  // Each claim is read at every vintage of its release, and press releases are hundreds.
  const ofPages = memory.readerFor(held, () =>
    revisionsReader(reader, (keys) => revisionsOf(store, keys)),
  );
  const shared = sharedContent(content);
  const bySlug = new Map(articles.map((article) => [article.outline.slug, article]));
  const outlines = articles.map(({ outline }) => outline);
  const partsIf = (slug: string): ArticleParts | null => {
    const article = bySlug.get(slug);
    const bytes = content.articles.get(slug)?.bytes;
    if (article === undefined || bytes === undefined) return null;
    const accepted = { bytes, folder: contentFolder };
    const read = () => readAccepted(article.outline, accepted, ofPages);
    return memory.partsOf(slug, article.name, () => articleParts(read, releases, ofPages, shared));
  };
  const partsOf = (slug: string): ArticleParts => {
    const parts = partsIf(slug);
    if (parts === null) throw new Error(`There is no article ${slug}`);
    return parts;
  };
  // Every page asks for both, and they are of all articles.
  let corrections: readonly Correction[] | undefined;
  let related: ReturnType<typeof relatedAmong> | undefined;
  const charts = chartPages(reader, {
    articles: outlines,
    readOf: async (slug) => {
      const parts = partsOf(slug);
      return { article: (await parts.checked()).article, receipts: await parts.receipts() };
    },
    named: namedCharts(content, shown),
    texts: shared.charts,
  });
  return {
    holds: siteHolds(held, shown.mark),
    holdsOf: (slug) => articleHolds(held, shown, slug),
    outlines: () => outlines,
    articles: () => outlines.map(summarise),
    article: async (slug) => (await partsIf(slug)?.page()) ?? null,
    claimIds: (slug) => bySlug.get(slug)?.outline.claims.map(({ id }) => id) ?? [],
    movedTo: (slug) =>
      outlines.find(({ frontmatter }) => frontmatter.formerly.includes(slug))?.slug ?? null,
    articleNow: async (slug) => (await partsIf(slug)?.now()) ?? null,
    ledger: async (slug) => (await partsIf(slug)?.ledger()) ?? null,
    home: once(() =>
      buildHomePage(
        ...([outlines, releases, reader] as const),
        (release, from, to) => compareVintages(store, release, from, to, 1),
        shared.charts,
      ),
    ),
    corrections: () => (corrections ??= correctionsOf(outlines)),
    related: (slug) => (related ??= relatedAmong(outlines))(slug),
    usesOf: (key) => usesOf(key, outlines),
    search: once(() => indexSite(outlines, releases, charts, shared, store)),
    desk: async (range) => {
      const checked: CheckedArticle[] = [];
      for (const { slug } of outlines) checked.push(await partsOf(slug).checked());
      return deskOf(
        checked,
        range,
        ofPages,
        releases.flatMap(({ vintages }) => vintages),
      );
    },
    charts,
    shared,
    releases,
    feedEntries: feedsOf(outlines, partsOf, (view) =>
      drawFeedPicture(view, ofPages, shared.charts),
    ),
  };
}

/** Entries need no page: what readers open behind claims is named, and not made. */
function feedsOf(
  outlines: readonly ArticleOutline[],
  partsOf: (slug: string) => ArticleParts,
  drawOf: (view: FeedChart) => Promise<FeedPicture>,
): Site["feedEntries"] {
  const pictures = new Map<string, () => Promise<FeedPicture>>();
  const pictureOf = (view: FeedChart) => {
    const draw = pictures.get(view.pngPath) ?? once(() => drawOf(view));
    pictures.set(view.pngPath, draw);
    return draw();
  };
  const wholeOf = async ({ slug, claims }: ArticleOutline) => {
    const parts = partsOf(slug);
    const charts = (await parts.charts()).map((view) => [view.id, view] as const);
    return {
      article: (await parts.checked()).article,
      page: { receipts: receiptPaths(slug, claims), charts: Object.fromEntries(charts) },
    };
  };
  return (report) =>
    articleEntries(
      outlines.map((outline) => ({ heading: outline, whole: () => wholeOf(outline) })),
      (view) =>
        pictureOf(view).catch((error: unknown) => {
          report(view.id, error);
          return null;
        }),
    );
}

function newestFirst(
  { outline: left }: AcceptedArticle,
  { outline: right }: AcceptedArticle,
): number {
  return (
    right.frontmatter.appears.localeCompare(left.frontmatter.appears, "en") ||
    left.slug.localeCompare(right.slug, "en")
  );
}
