import "server-only";
import { changeOf, feedDocument } from "#lib/feeds/feed-documents";
import { feedPath, firstFeedPath, type FeedFormat } from "#lib/feeds/feed-path";
import type { FeedSubject, KnownChange } from "#lib/feeds/feed";
import { opml } from "#lib/feeds/opml";
import { writeFeed } from "#lib/feeds/write-feed";
import { findFeed, listFeeds, mainFeeds, type FeedList, type FeedSources } from "#lib/site/feeds";
import type { Site } from "#lib/site/site";
import { listTopics } from "#lib/site/topic-page";
import { isTold } from "#lib/site/told-feeds";
import { loadTimes } from "#lib/store/load-times";
import { feedHub } from "./feed-hub.ts";
import { reportOutage } from "./report-outage.ts";
import { siteUrl } from "./site-url.ts";
import { getSite } from "./site.ts";
import { store } from "./store.ts";

/** A document of a feed as it is sent. */
export interface FeedText {
  readonly body: string;
  /** When what is in it may have changed last. */
  readonly changed: KnownChange;
  /** What the store and the content held that it was made of. */
  readonly holds: string;
  /** Where it is, and who is told when it changes: what WebSub finds it by. */
  readonly self: string;
  readonly hub: string | null;
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
  const site = await getSite();
  const feed = await findFeed(
    path,
    await sources(site, () => {
      isWhole = false;
    }),
  );
  const document = feed && (await feedDocument(feed, archive));
  if (document === null) return null;
  const self = isFirst ? firstFeedPath : feedPath(path, format, archive);
  const hub = isTold(path) ? feedHub() : null;
  const body = writeFeed(format, document, { site: siteUrl(), self, hub });
  return { body, changed: changeOf(document), holds: site.holds, self, hub, isWhole };
}

const listTitles: Readonly<Record<FeedList, string>> = {
  main: "Tickmark",
  areas: "Tickmark, with a feed for each area",
  all: "All feeds of Tickmark",
};

/** `/feeds/main.opml`, `/feeds/areas.opml` and `/feeds/all.opml`. */
export async function writeOpml(list: FeedList): Promise<FeedText> {
  const site = await getSite();
  const topics = listTopics(site);
  const body = opml(listTitles[list], await listFeeds(list, topics, store()), siteUrl());
  const self = `/feeds/${list}.opml`;
  const changed = { day: null, came: null };
  return { body, changed, holds: site.holds, self, hub: null, isWhole: true };
}

/** The feeds that a page names: the main ones and those of topics. */
export async function listMainFeeds(): Promise<readonly FeedSubject[]> {
  return mainFeeds(listTopics(await getSite())).flatMap(({ subjects }) => subjects);
}

/** `undrawn` hears of each chart that cannot be drawn, and the log does. */
async function sources(site: Site, undrawn: () => void): Promise<FeedSources> {
  return {
    store: store(),
    releases: site.releases,
    topics: listTopics(site),
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
