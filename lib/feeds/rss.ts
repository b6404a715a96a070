import { Feed } from "feed";
import { absoluteHtml } from "./absolute-html.ts";
import { feedItemId, type ArticleFeedItem } from "./feed-item.ts";

/** Where the feed is served; `atom:link rel="self"` must say the same. */
export const feedPath = "/feed.xml";

/**
 * RSS 2.0 (rssboard.org/rss-specification) with whole articles in `content:encoded`, newest first. `site` is the
 * site's origin. Dates come from the items, so the text changes only when an article does.
 */
export function rssFeed(items: readonly ArticleFeedItem[], site: URL): string {
  const newestFirst = [...items].sort(
    (left, right) => compareText(right.published, left.published) || compareText(left.id, right.id),
  );
  const lastChange = items
    .map(({ updated }) => updated)
    .sort(compareText)
    .at(-1);
  const feed = new Feed({
    title: "Tickmark",
    description:
      "News and data explainers in which every figure is traced to its source or marked as quoted.",
    id: site.href,
    link: site.href,
    feed: new URL(feedPath, site).href,
    language: "en-us",
    copyright: "Text: Tickmark. Figures: U.S. Department of the Treasury, public domain.",
    docs: "https://www.rssboard.org/rss-specification",
    generator: false,
    // The library would take the clock. A feed without articles has never changed.
    updated: midnight(lastChange ?? "1970-01-01"),
  });
  for (const item of newestFirst) feed.addItem(toEntry(item, site));
  return feed.rss2();
}

function toEntry(item: ArticleFeedItem, site: URL) {
  const page = new URL(`/articles/${item.slug}`, site);
  return {
    title: xmlText(item.headline),
    guid: feedItemId(item),
    link: page.href,
    date: midnight(item.published),
    description: xmlText(item.dek),
    content: xmlText(absoluteHtml(item.html, page)),
    category: [{ name: xmlText(item.topic) }],
    // RSS's own `author` must be an e-mail address, and its `pubDate` never moves: borrow what Dublin Core and Atom have.
    extensions: [
      { name: "dc:creator", objects: { _text: xmlText(item.byline) } },
      { name: "atom:updated", objects: { _text: midnight(item.updated).toISOString() } },
    ],
  };
}

/** Days are New York's nowhere and everywhere's; a feed needs an instant, and midnight UTC is the same for all. */
function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** Without the characters that XML 1.0 (section 2.2) forbids even when escaped. */
function xmlText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
}
