import type { Metadata } from "next";
import { feedFormats, feedPath, type FeedFormat } from "#lib/feeds/feed-path";
import type { FeedSubject } from "#lib/feeds/feed";
import { mainSubjects } from "#lib/feeds/subjects";

type Alternates = NonNullable<Metadata["alternates"]>;

/** A page's own address and its feeds. Next replaces `alternates` whole, so each page says both. */
export function alternatesOf(path: string, own?: FeedSubject): Alternates {
  return { canonical: path, types: feedsOf(own) };
}

/**
 * The feeds that a page names: of its own subject and of the articles in every format, the other main ones in the first, so that a
 * reader's list of choices stays short.
 */
export function feedsOf(own?: FeedSubject): NonNullable<Alternates["types"]> {
  const [articles, ...others] = mainSubjects;
  const first = [...(own ? [own] : []), ...(articles ? [articles] : [])];
  return {
    ...linksIn("atom", [...first, ...others]),
    ...linksIn("rss", first),
    ...linksIn("json", first),
  };
}

function linksIn(format: FeedFormat, subjects: readonly FeedSubject[]) {
  const { name, mediaType } = feedFormats[format];
  return {
    [mediaType]: subjects.map(({ path, title }) => ({
      url: feedPath(path, format),
      title: `${title} (${name})`,
    })),
  };
}
