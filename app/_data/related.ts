import "server-only";
import type { RelatedArticle } from "#lib/site/related-articles";
import { getSite } from "./site.ts";

/** The articles that share series with one, those that share most first. */
export async function relatedArticles(slug: string): Promise<readonly RelatedArticle[]> {
  return (await getSite()).related(slug);
}
