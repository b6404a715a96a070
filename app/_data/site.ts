import "server-only";
import { openSite, storeHolds, type Site } from "#lib/site/site";
import { store } from "./store.ts";

let kept: { holds: string; site: Promise<Site> } | undefined;

/** The site as the store stands. One small query tells whether a vintage has come since; if not, nothing is made again. */
export async function getSite(): Promise<Site> {
  const holds = await storeHolds(store());
  if (kept?.holds === holds && process.env.NODE_ENV === "production") return kept.site;
  const site = openSite(store());
  kept = { holds, site };
  // A failure is not kept: the next reader asks again.
  site.catch(() => (kept = undefined));
  return site;
}
