import "server-only";
import { cache } from "react";
import { openSite, type Site } from "#lib/site/site";
import { currentHolds } from "./current-holds.ts";
import { store } from "./store.ts";

let kept: { holds: string; site: Promise<Site> } | undefined;

/**
 * The site as the store stands, one and the same for everything in a page: `cache` keeps it for the length of a render,
 * so that no page is made half before and half after a vintage.
 */
export const getSite = cache(async (): Promise<Site> => {
  const holds = await currentHolds();
  if (kept?.holds === holds && process.env.NODE_ENV === "production") return kept.site;
  const site = openSite(store());
  kept = { holds, site };
  // A failure is not kept: the next reader asks again.
  site.catch(() => {
    kept = undefined;
  });
  return site;
});
