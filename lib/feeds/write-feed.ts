import { atomFeed } from "./atom.ts";
import type { FeedFormat } from "./feed-path.ts";
import type { FeedDocument, FeedPlace } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rssFeed } from "./rss.ts";

const writers: Readonly<Record<FeedFormat, (document: FeedDocument, place: FeedPlace) => string>> =
  { rss: rssFeed, atom: atomFeed, json: jsonFeed };

/** The text of a document in one format: the same bytes for the same entries, on every machine. */
export function writeFeed(format: FeedFormat, document: FeedDocument, place: FeedPlace): string {
  return writers[format](document, place);
}
