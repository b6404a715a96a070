import { x } from "xastscript";
import { feedText } from "./feed-text.ts";
import { feedPath } from "./feed-path.ts";
import type { FeedSubject } from "./feed.ts";
import { plainText, xmlDocument } from "./xml-document.ts";

/** Feeds under one heading. */
export interface FeedGroup {
  readonly title: string;
  readonly subjects: readonly FeedSubject[];
}

/** A list of feeds for a program to take in, as OPML 2.0 (opml.org/spec2.opml): a folder for each group, Atom for each feed. */
export function opml(title: string, groups: readonly FeedGroup[], site: URL): string {
  return xmlDocument(
    x(null, [
      x("opml", { version: "2.0" }, [
        x("head", [x("title", plainText(title)), x("docs", "http://opml.org/spec2.opml")]),
        x(
          "body",
          groups.map((group) =>
            x(
              "outline",
              { text: feedText(group.title), title: feedText(group.title) },
              group.subjects.map((subject) => outline(subject, site)),
            ),
          ),
        ),
      ]),
    ]),
  );
}

function outline({ path, title, description, page }: FeedSubject, site: URL) {
  return x("outline", {
    type: "rss",
    version: "ATOM1",
    text: feedText(title),
    title: feedText(title),
    description: feedText(description),
    xmlUrl: new URL(feedPath(path, "atom"), site).href,
    htmlUrl: new URL(page, site).href,
  });
}
