import { x } from "xastscript";
import { absoluteHtml } from "./absolute-html.ts";
import { entryId } from "./entry-id.ts";
import { lastChange } from "./feed-documents.ts";
import { dawnOf, timestampOf } from "./feed-instant.ts";
import { feedImages } from "./feed-images.ts";
import { feedLinks } from "./feed-links.ts";
import type { FeedDocument, FeedEntry, FeedPlace } from "./feed.ts";
import { feedText } from "./feed-text.ts";
import { characterData, plainText, xmlDocument } from "./xml-document.ts";

const atom = "http://www.w3.org/2005/Atom";
const history = "http://purl.org/syndication/history/1.0";

/** Atom asks for the time of a change of what has never changed, too. */
const beginning = dawnOf("1970-01-01");

/** The document as Atom 1.0 (RFC 4287), whole entries as HTML. Dates come from the entries. */
export function atomFeed(document: FeedDocument, place: FeedPlace): string {
  const { subject, entries, archive } = document;
  return xmlDocument(
    x(null, [
      x("feed", { xmlns: atom, "xmlns:fh": history, "xml:lang": "en-US" }, [
        x("id", entryId("feed", subject.path)),
        x("title", plainText(subject.title)),
        x("subtitle", plainText(subject.description)),
        x("updated", timestampOf(lastChange(document) ?? beginning)),
        x("icon", new URL(feedImages.icon.path, place.site).href),
        x("logo", new URL(feedImages.logo.path, place.site).href),
        archive === null ? null : x("fh:archive"),
        ...feedLinks(document, place, "atom").map(({ rel, href, type }) =>
          x("link", { rel, href, type: type ?? null }),
        ),
        x("author", [x("name", "Tickmark")]),
        ...entries.map((entry) => atomEntry(entry, place.site)),
      ]),
    ]),
  );
}

function atomEntry(entry: FeedEntry, site: URL) {
  const page = new URL(entry.path, site);
  return x("entry", [
    x("id", entry.id),
    x("title", plainText(entry.title)),
    x("link", { rel: "alternate", type: "text/html", href: page.href }),
    x("published", timestampOf(entry.published)),
    x("updated", timestampOf(entry.updated)),
    x("author", [x("name", plainText(entry.author))]),
    ...entry.categories.map((term) => x("category", { term: feedText(term) })),
    x("summary", plainText(entry.summary)),
    x("content", { type: "html" }, characterData(absoluteHtml(entry.html, page))),
  ]);
}
