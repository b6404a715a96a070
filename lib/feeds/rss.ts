import { x } from "xastscript";
import { absoluteHtml } from "./absolute-html.ts";
import { lastChange } from "./feed-documents.ts";
import { timestampOf } from "./feed-instant.ts";
import { feedImages } from "./feed-images.ts";
import { feedLinks } from "./feed-links.ts";
import type { FeedDocument, FeedEntry, FeedPlace } from "./feed.ts";
import { characterData, plainText, xmlDocument } from "./xml-document.ts";

const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:fh": "http://purl.org/syndication/history/1.0",
};

/** The document as RSS 2.0 (rssboard.org/rss-specification), whole entries in `content:encoded`. Dates come from the entries. */
export function rssFeed(document: FeedDocument, place: FeedPlace): string {
  const { subject, entries, archive } = document;
  const changed = lastChange(document);
  return xmlDocument(
    x(null, [
      x("rss", { version: "2.0", ...namespaces }, [
        x("channel", [
          x("title", plainText(subject.title)),
          x("link", new URL(subject.page, place.site).href),
          x("description", plainText(subject.description)),
          x("language", "en-us"),
          x(
            "copyright",
            "Text: Tickmark. Figures: U.S. Department of the Treasury, public domain.",
          ),
          changed === null ? null : x("lastBuildDate", new Date(changed).toUTCString()),
          channelImage(document, place),
          x("docs", "https://www.rssboard.org/rss-specification"),
          archive === null ? null : x("fh:archive"),
          ...feedLinks(document, place, "rss")
            .filter(({ rel }) => rel !== "alternate")
            .map(({ rel, href, type }) => x("atom:link", { rel, href, type: type ?? null })),
          ...entries.map((entry) => rssItem(entry, place.site)),
        ]),
      ]),
    ]),
  );
}

/** Its title and link are those of the channel. */
function channelImage({ subject }: FeedDocument, { site }: FeedPlace) {
  const { path, width, height } = feedImages.picture;
  return x("image", [
    x("url", new URL(path, site).href),
    x("title", plainText(subject.title)),
    x("link", new URL(subject.page, site).href),
    x("width", String(width)),
    x("height", String(height)),
  ]);
}

function rssItem(entry: FeedEntry, site: URL) {
  const page = new URL(entry.path, site);
  return x("item", [
    x("title", plainText(entry.title)),
    x("link", page.href),
    x("guid", { isPermaLink: "false" }, entry.id),
    x("pubDate", new Date(entry.published).toUTCString()),
    // RSS's own `author` must be an e-mail address, and its `pubDate` never moves: borrow what Dublin Core and Atom have.
    x("atom:updated", timestampOf(entry.updated)),
    x("dc:creator", plainText(entry.author)),
    ...entry.categories.map((name) => x("category", plainText(name))),
    x("description", plainText(entry.summary)),
    x("content:encoded", characterData(absoluteHtml(entry.html, page))),
  ]);
}
