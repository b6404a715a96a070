import type { Metadata } from "next";
import { feedPath } from "#lib/feeds/rss";

/** A page's own address and the feed. Next replaces `alternates` whole, so each page says both. */
export function alternatesOf(path: string): NonNullable<Metadata["alternates"]> {
  return {
    canonical: path,
    types: { "application/rss+xml": [{ url: feedPath, title: "Tickmark" }] },
  };
}
