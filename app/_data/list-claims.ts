import "server-only";
import { getSite } from "./site.ts";

/** The address of every receipt, for the pages made ahead. */
export async function listClaims(): Promise<{ slug: string; id: string }[]> {
  const site = await getSite();
  return site.articles().flatMap(({ slug }) => site.claimIds(slug).map((id) => ({ slug, id })));
}
