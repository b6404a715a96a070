import "server-only";
import { cache } from "react";
import { openSite, type Site } from "#lib/site/site";
import { recheckContent } from "./accepted-content.ts";
import { currentHolds, waitForHolds } from "./current-holds.ts";
import { store } from "./store.ts";

interface KeptSite {
  readonly holds: string;
  readonly site: Promise<Site>;
}

let kept: KeptSite | undefined;

/**
 * The site as the store stands, one and the same for everything in a page: `cache` keeps it for the length of a render,
 * so that no page is made half before and half after a vintage. When the store cannot be asked, the site as it last stood.
 */
export const getSite = cache(async (): Promise<Site> => {
  if (process.env.NODE_ENV !== "production") return openSite(store());
  const last = kept;
  const holds = last ? await currentHolds().catch(() => last.holds) : await waitForHolds();
  // Another page may have opened it while we asked.
  if (kept?.holds === holds) return kept.site;
  return open(holds, kept);
});

function open(holds: string, last: KeptSite | undefined): Promise<Site> {
  const opened: KeptSite = { holds, site: openSite(store()) };
  kept = opened;
  // A failure is not kept: the next reader asks again, and what was good before stays at hand.
  opened.site.catch(() => {
    void recheckContent();
    if (kept === opened) kept = last;
  });
  return opened.site;
}
