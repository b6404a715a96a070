import "server-only";
import { cache } from "react";
import { ContentRefused } from "#lib/site/content-refused";
import { outsideRequests } from "#lib/site/outside-requests";
import { openSite, type Site } from "#lib/site/site";
import { refuseContent, siteMemory } from "./accepted-content.ts";
import { shownHolds, waitForHolds } from "./current-holds.ts";
import { reportOutage } from "./report-outage.ts";
import { store } from "./store.ts";
import { timeNow } from "./time-now.ts";

interface KeptSite {
  readonly holds: string;
  readonly site: Promise<Site>;
}

declare global {
  /** Next loads this module once for pages and once for what programs ask: what one has opened, the other falls back on. */
  var tickmarkSite: { kept?: KeptSite | undefined } | undefined;
}

/** In development another version of the code opens another site. */
const state: { kept?: KeptSite | undefined } =
  process.env.NODE_ENV === "production" ? (globalThis.tickmarkSite ??= {}) : {};

/**
 * The site as the store stands, one and the same for everything in a page: `cache` keeps it for the length of a render,
 * so that no page is made half before and half after a vintage. When the store cannot be asked, or the content in the folder does
 * not pass the gate, the site as it last stood.
 */
export const getSite = cache(async (): Promise<Site> => {
  // Whoever has just saved a file waits for it, and is told when it does not pass.
  const last = process.env.NODE_ENV === "production" ? state.kept : undefined;
  const holds = await (last ? shownHolds().catch(() => null) : waitForHolds());
  // Another page may have opened it while we asked.
  const now = state.kept ?? last;
  if (now && (holds === null || now.holds === holds)) return now.site;
  if (holds === null) throw new Error("There is no site to fall back on");
  return open(holds, now);
});

function opening() {
  return { now: timeNow(), memory: siteMemory };
}

function open(holds: string, last: KeptSite | undefined): Promise<Site> {
  const fallBack = () => {
    if (state.kept === opened) state.kept = last;
  };
  const opened: KeptSite = { holds, site: openOr(holds, last, fallBack) };
  state.kept = opened;
  return opened.site;
}

/**
 * A new site; when it cannot be opened, the last, which stays what is kept: who asks later tries again, if that can help. So it is
 * with a site of something else than was asked for: behind one address may be two replicas, and the one that was read the older.
 */
async function openOr(
  holds: string,
  last: KeptSite | undefined,
  fallBack: () => void,
): Promise<Site> {
  try {
    const site = await outsideRequests(() => openSite(store(), opening()));
    if (site.holds === holds) return site;
    fallBack();
    return last === undefined ? site : await last.site;
  } catch (error) {
    fallBack();
    if (error instanceof ContentRefused) refuseContent(error.refusal);
    else if (last) reportOutage("The site cannot be opened", error);
    if (last === undefined) throw error;
    return last.site;
  }
}
