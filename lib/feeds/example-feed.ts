import { entryId } from "./entry-id.ts";
import { dawnOf } from "./feed-instant.ts";
import type { FeedPlace, FeedSubject, PlannedEntry } from "./feed.ts";

// A feed for tests.

export const exampleSubject: FeedSubject = {
  path: "/feeds/articles",
  name: "Articles",
  title: "Tickmark",
  description: "Whole articles & corrections.",
  page: "/",
};

export const examplePlace: FeedPlace = {
  site: new URL("https://tickmark.example"),
  self: "/feeds/articles.atom",
  hub: null,
};

/** An entry as an article has it, with what a test wants to be otherwise. */
export function exampleEntry({
  text,
  ...other
}: Partial<Omit<PlannedEntry, "write">> & {
  readonly text?: { readonly summary?: string; readonly html?: string };
} = {}): PlannedEntry {
  return {
    kind: "article",
    id: entryId("article", "7f3a"),
    path: "/articles/sell-america",
    title: "Purchases & sales: <what> moved",
    published: dawnOf("2026-11-20"),
    updated: dawnOf("2026-11-22"),
    changed: { day: "2026-11-22", came: null },
    author: "Tickmark data desk",
    categories: ["Cross-border capital"],
    ...other,
    write: () => ({
      summary: "One sentence.",
      html: '<p>See <a href="/articles/sell-america/claims/a">$1.62 trillion</a> and <a href="#sources">why</a>.</p><img src="/charts/x.png?a=1&amp;b=2" width="720" height="540" alt="A &amp; B">',
      ...text,
    }),
  };
}
