import "server-only";
import type { ArticlePreview } from "#lib/site/preview-page";
import { openPreviews, type Previews } from "#lib/site/preview";
import { previewEntries, type FeedPreview } from "#lib/site/preview-feed";
import type { HomePage } from "#lib/site/home-page";
import type { Site } from "#lib/site/site";
import { isPreview } from "./is-preview.ts";
import { reportOutage } from "./report-outage.ts";
import { siteUrl } from "./site-url.ts";
import { getHome } from "./home.ts";
import { getSite } from "./site.ts";
import { store } from "./store.ts";

declare global {
  /** One for a process: what was last good shall outlive a module that is loaded again in development. */
  var tickmarkPreviews: Previews | undefined;
}

/** The previews of the folder of content. */
export function previews(): Previews {
  return (globalThis.tickmarkPreviews ??= openPreviews(store()));
}

/** An article as its editor sees it; null where there is none, or this server shows none. */
export async function getPreview(slug: string, at: string | null): Promise<ArticlePreview | null> {
  return isPreview() ? previews().article(slug, at) : null;
}

/** What feeds will have of an article, or why nothing. */
export async function getFeedPreview(slug: string): Promise<readonly FeedPreview[] | string> {
  if (!isPreview()) return "There is none.";
  try {
    const entries = await previews().entries(slug);
    if (entries === null) return "The entry is written when the article can be read.";
    return await previewEntries(entries, siteUrl(), "/preview/entry.css");
  } catch (error) {
    reportOutage("An entry cannot be previewed", error);
    return "The entry cannot be written before the problems are mended.";
  }
}

/**
 * The site; null where there is none, since the gate refuses the content, and this server shows what is not published: its editor
 * must see why.
 */
export async function getSiteIfAny(): Promise<Site | null> {
  return isPreview() ? getSite().catch(() => null) : getSite();
}

/** The same of the front page, by which the head of every page names its edition. */
export async function getHomeIfAny(): Promise<HomePage | null> {
  return isPreview() ? getHome().catch(() => null) : getHome();
}
