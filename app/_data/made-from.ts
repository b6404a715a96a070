import "server-only";
import type { Metadata } from "next";
import { getSiteIfAny } from "./preview.ts";
import { getSite } from "./site.ts";

/** What a page says that it was made from; the page cache goes by it (cache-handler.mjs). */
const name = "tickmark:vintages";

/** For a page that may show anything of the site. */
export async function madeFromSite(): Promise<Pick<Metadata, "other">> {
  const site = await getSiteIfAny();
  return site === null ? {} : { other: { [name]: site.holds } };
}

/**
 * For a page of one article, in the place of the site's: an edit of another makes it stale only when that changes what others
 * show of themselves. An article that is not there has nothing to say.
 */
export async function madeFromArticle(slug: string): Promise<Pick<Metadata, "other">> {
  const holds = (await getSite()).holdsOf(slug);
  return holds === null ? {} : { other: { [name]: holds } };
}
