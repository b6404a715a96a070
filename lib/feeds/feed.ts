import type { EntryKind } from "./entry-id.ts";

/** One entry as every format carries it. Texts are plain; only `html` is markup. */
export interface FeedEntry {
  readonly kind: EntryKind;
  /** A `tag:` URI; see `entry-id.ts`. The same in every feed that has the entry. */
  readonly id: string;
  /** The path of its page. */
  readonly path: string;
  readonly title: string;
  /** A sentence or two. */
  readonly summary: string;
  /** All of it. Addresses may be relative to its page. */
  readonly html: string;
  /** An instant in UTC (`2026-11-30T14:00:00.000Z`), never later than `updated`; see `feed-instant.ts`. */
  readonly published: string;
  /** The instant of its last material change. */
  readonly updated: string;
  readonly changed: KnownChange;
  readonly author: string;
  /** What it is about, in words for readers: "Cross-border capital". */
  readonly categories: readonly string[];
}

/** What is known of when something changed last. */
export interface KnownChange {
  /** The last day of which no more is known. */
  readonly day: string | null;
  /** The last change that is known to the second. Of a vintage it is when it came into the store, which may be long after its day. */
  readonly came: Date | null;
}

/** What is written of an entry when a document has it. */
export type EntryText = Pick<FeedEntry, "summary" | "html">;

/** An entry by its heading; archives are many, and only what is asked for is written. */
export interface PlannedEntry extends Omit<FeedEntry, keyof EntryText> {
  readonly write: () => EntryText | Promise<EntryText>;
}

/** What a feed is about, whatever its format. */
export interface FeedSubject {
  /** Its address without the name of a format: `/feeds/everything`. */
  readonly path: string;
  /** In a list of feeds of this site: "Corrections". */
  readonly name: string;
  /** Among those of other sites: "Tickmark: corrections". */
  readonly title: string;
  readonly description: string;
  /** The path of the page for people who like pages. */
  readonly page: string;
}

/** A feed with all that it ever had. */
export interface PlannedFeed {
  readonly subject: FeedSubject;
  readonly entries: readonly PlannedEntry[];
}

/** One document of a feed: the newest entries, or an archive of older ones (RFC 5005, section 4). */
export interface FeedDocument {
  readonly subject: FeedSubject;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** Which archive, counted from 1, the oldest; null for the document that readers subscribe to. */
  readonly archive: number | null;
  /** How many archives there are. */
  readonly archives: number;
}

/** Where documents are published. */
export interface FeedPlace {
  /** The site's origin. */
  readonly site: URL;
  /** The path, with its query, that this document is served at. */
  readonly self: string;
  /** The WebSub hub that is told of changes; null when there is none. */
  readonly hub: string | null;
}
