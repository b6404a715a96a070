import { absoluteHtml } from "./absolute-html.ts";
import { feedText } from "./feed-text.ts";
import { timestampOf } from "./feed-instant.ts";
import { feedImages } from "./feed-images.ts";
import { feedLinks } from "./feed-links.ts";
import type { FeedDocument, FeedEntry, FeedPlace } from "./feed.ts";

/** The document as JSON Feed 1.1 (jsonfeed.org/version/1.1), whole entries as HTML. */
export function jsonFeed(document: FeedDocument, place: FeedPlace): string {
  const { subject, entries } = document;
  const links = feedLinks(document, place, "json");
  const hrefOf = (rel: string) => links.find((link) => link.rel === rel)?.href;
  const hub = hrefOf("hub");
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: subject.title,
    home_page_url: hrefOf("alternate"),
    feed_url: hrefOf("self"),
    description: subject.description,
    next_url: hrefOf("prev-archive"),
    icon: new URL(feedImages.largeIcon.path, place.site).href,
    favicon: new URL(feedImages.icon.path, place.site).href,
    language: "en-US",
    authors: [{ name: "Tickmark", url: place.site.href }],
    hubs: hub === undefined ? undefined : [{ type: "WebSub", url: hub }],
    items: entries.map((entry) => jsonItem(entry, place.site)),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function jsonItem(entry: FeedEntry, site: URL) {
  const page = new URL(entry.path, site);
  return {
    id: entry.id,
    url: page.href,
    title: feedText(entry.title),
    summary: feedText(entry.summary),
    content_html: feedText(absoluteHtml(entry.html, page)),
    date_published: timestampOf(entry.published),
    date_modified: timestampOf(entry.updated),
    authors: [{ name: feedText(entry.author) }],
    tags: entry.categories.map(feedText),
  };
}
