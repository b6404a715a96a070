import "server-only";
import { lastChange, feedDocument } from "#lib/feeds/feed-documents";
import { feedPath, firstFeedPath, type FeedFormat } from "#lib/feeds/feed-path";
import type { FeedSubject } from "#lib/feeds/feed";
import { opml } from "#lib/feeds/opml";
import { writeFeed } from "#lib/feeds/write-feed";
import { findFeed, listFeeds, type FeedSources } from "#lib/site/feeds";
import { listTopics } from "#lib/site/topic-page";
import { feedHub, isTold } from "./feed-hub.ts";
import { reportOutage } from "./report-outage.ts";
import { siteUrl } from "./site-url.ts";
import { getSite } from "./site.ts";
import { store } from "./store.ts";

/** A document of a feed as it is sent. */
export interface FeedText {
  readonly body: string;
  /** The day on which anything in it last changed, `YYYY-MM-DD`; null when nothing is in it. */
  readonly changed: string | null;
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
  const feed = await findFeed(path, await sources());
  const document = feed && (await feedDocument(feed, archive));
  if (document === null) return null;
  const body = writeFeed(format, document, {
    site: siteUrl(),
    self: isFirst ? firstFeedPath : feedPath(path, format, archive),
    hub: isTold(path) ? feedHub() : null,
  });
  return { body, changed: lastChange(document) };
}

/** `/feeds/main.opml` and `/feeds/all.opml`: the feeds that are about many things and those of topics, and all. */
export async function writeOpml(which: "main" | "all"): Promise<string> {
  const title = which === "main" ? "Tickmark" : "All feeds of Tickmark";
  return opml(title, (await listFeeds(await sources()))[which], siteUrl());
}

/** The feeds that a page names: the main ones and those of topics. */
export async function listMainFeeds(): Promise<readonly FeedSubject[]> {
  const { main } = await listFeeds(await sources());
  return main.flatMap(({ subjects }) => subjects);
}

async function sources(): Promise<FeedSources> {
  const site = await getSite();
  return {
    store: store(),
    releases: site.releases,
    topics: await listTopics(site),
    entries: site.feedEntries((chart, error) => {
      const message = error instanceof Error ? error.message : String(error);
      reportOutage(
        `The chart ${chart} cannot be drawn, and feeds have its table`,
        new Error(message),
      );
    }),
  };
}
