import "server-only";
import { changeOf, feedDocument, type DocumentChange } from "#lib/feeds/feed-documents";
import { feedPath, firstFeedPath, type FeedFormat } from "#lib/feeds/feed-path";
import type { FeedSubject } from "#lib/feeds/feed";
import { opml } from "#lib/feeds/opml";
import { writeFeed } from "#lib/feeds/write-feed";
import { allFeeds, findFeed, mainFeeds, type FeedSources } from "#lib/site/feeds";
import { listTopics } from "#lib/site/topic-page";
import { loadTimes } from "#lib/store/load-times";
import { feedHub, isTold } from "./feed-hub.ts";
import { reportOutage } from "./report-outage.ts";
import { siteUrl } from "./site-url.ts";
import { getSite } from "./site.ts";
import { store } from "./store.ts";

/** A document of a feed as it is sent. */
export interface FeedText {
  readonly body: string;
  /** When what is in it may have changed last. */
  readonly changed: DocumentChange;
  /** Whether every chart could be drawn; what lacks one is not worth keeping. */
  readonly isWhole: boolean;
}

/** Which document is asked for. */
export interface FeedQuestion {
  /** `/feeds/topics/cross-border-capital` */
  readonly path: string;
  readonly format: FeedFormat;
  readonly archive: number | null;
  /** Whether it is asked for at the address of the first feed. */
  readonly isFirst?: boolean;
}

/** The document, or null when there is no such feed or archive. */
export async function writeFeedText(question: FeedQuestion): Promise<FeedText | null> {
  const { path, format, archive, isFirst = false } = question;
  let isWhole = true;
  const feed = await findFeed(
    path,
    await sources(() => {
      isWhole = false;
    }),
  );
  const document = feed && (await feedDocument(feed, archive));
  if (document === null) return null;
  const body = writeFeed(format, document, {
    site: siteUrl(),
    self: isFirst ? firstFeedPath : feedPath(path, format, archive),
    hub: isTold(path) ? feedHub() : null,
  });
  return { body, changed: changeOf(document), isWhole };
}

/** `/feeds/main.opml` and `/feeds/all.opml`: the feeds that are about many things and those of topics, and all. */
export async function writeOpml(which: "main" | "all"): Promise<string> {
  const topics = await listTopics(await getSite());
  return which === "main"
    ? opml("Tickmark", mainFeeds(topics), siteUrl())
    : opml("All feeds of Tickmark", await allFeeds(topics, store()), siteUrl());
}

/** The feeds that a page names: the main ones and those of topics. */
export async function listMainFeeds(): Promise<readonly FeedSubject[]> {
  return mainFeeds(await listTopics(await getSite())).flatMap(({ subjects }) => subjects);
}

/** `undrawn` hears of each chart that cannot be drawn, and the log does. */
async function sources(undrawn: () => void): Promise<FeedSources> {
  const site = await getSite();
  return {
    store: store(),
    releases: site.releases,
    topics: await listTopics(site),
    loads: await loadTimes(store()),
    entries: site.feedEntries((chart, error) => {
      undrawn();
      const message = error instanceof Error ? error.message : String(error);
      reportOutage(
        `The chart ${chart} cannot be drawn, and feeds have its table`,
        new Error(message, { cause: error }),
      );
    }),
  };
}
