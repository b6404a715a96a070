import type { FeedDocument, FeedPlace } from "./feed.ts";
import { feedFormats, feedPath, type FeedFormat } from "./feed-path.ts";

/** A link of a document, as Atom says it (RFC 4287, section 4.2.7). */
export interface FeedLink {
  readonly rel: "self" | "alternate" | "hub" | "current" | "prev-archive" | "next-archive";
  readonly href: string;
  readonly type?: string;
}

/** Where the document is, where its page is, who is told of changes, and where older and newer entries are (RFC 5005). */
export function feedLinks(
  { subject, archive, archives }: Omit<FeedDocument, "entries">,
  { site, self, hub }: FeedPlace,
  format: FeedFormat,
): FeedLink[] {
  const type = feedFormats[format].mediaType;
  const at = (which: number | null) => new URL(feedPath(subject.path, format, which), site).href;
  const older = archive === null ? archives : archive - 1;
  const newer = archive === null || archive === archives ? null : archive + 1;
  return [
    { rel: "self", href: new URL(self, site).href, type },
    { rel: "alternate", href: new URL(subject.page, site).href, type: "text/html" },
    ...(archive === null && hub !== null ? [{ rel: "hub" as const, href: hub }] : []),
    ...(archive === null ? [] : [{ rel: "current" as const, href: at(null), type }]),
    ...(older >= 1 ? [{ rel: "prev-archive" as const, href: at(older), type }] : []),
    ...(newer === null ? [] : [{ rel: "next-archive" as const, href: at(newer), type }]),
  ];
}
