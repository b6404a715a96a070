/** What an entry is of; the parts name it for good. */
export type EntryKind = "article" | "correction" | "release" | "series" | "area";

/**
 * An entry's permanent name: a `tag:` URI (RFC 4151). Its authority is fixed and it says nothing of the address, so that moving
 * an article, or the site to another host, does not show subscribers everything again.
 */
export function entryId(kind: EntryKind | "feed", ...parts: readonly string[]): string {
  return ["tag:tickmark,2026", kind, ...parts.map((part) => encodeURIComponent(part))].join(":");
}
