import { rssFeed } from "#lib/feeds/rss";
import { listFeedItems } from "../_data/feed.ts";
import { siteUrl } from "../_data/site-url.ts";

export const dynamic = "force-static";

/** The whole of every article, newest first. */
export async function GET(): Promise<Response> {
  const xml = rssFeed(await listFeedItems(), siteUrl());
  return new Response(xml, { headers: { "Content-Type": "application/rss+xml; charset=utf-8" } });
}
