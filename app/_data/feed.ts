import "server-only";
import type { ArticleFeedItem } from "#lib/feeds/feed-item";
import { getSite } from "./site.ts";

/** Every article as a feed carries it. */
export async function listFeedItems(): Promise<ArticleFeedItem[]> {
  return (await getSite()).feedItems();
}
