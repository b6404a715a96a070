import "server-only";
import { cache } from "react";
import { dayInNewYork } from "#lib/series/new-york";
import { isVintageDate } from "#lib/series/observation";
import { releaseList, type ReleaseList } from "#lib/site/release-list";
import { listReleasePages, type ReleaseAddress } from "#lib/site/release-pages";
import { releasePage, type ReleasePage } from "#lib/site/release-page";
import { vintagePage, type VintageFound } from "#lib/site/release-vintage";
import { heldReleases } from "./held-releases.ts";
import { steady } from "./steady.ts";
import { store } from "./store.ts";
import { timeNow } from "./time-now.ts";

/** The calendar, the releases and what does not add up, as of the day on which the page is made. */
export const getReleases = cache((): Promise<ReleaseList> =>
  steady(async () => releaseList(store(), dayInNewYork(timeNow()), await heldReleases())),
);

/** The addresses of all releases and vintages. */
export function listReleaseAddresses(): Promise<ReleaseAddress[]> {
  return listReleasePages(store());
}

/** A release with its vintages, or null when there is no such release. */
export const getRelease = cache(async (slug: string): Promise<ReleasePage | null> =>
  /^[a-z0-9-]{1,40}$/.test(slug)
    ? steady(async () => releasePage(store(), slug, await heldReleases()))
    : null,
);

/** A vintage against the one before it or against `from`, or null when there is no such vintage. */
export const getVintage = cache(
  async (slug: string, date: string, from?: string): Promise<VintageFound | null> =>
    /^[a-z0-9-]{1,40}$/.test(slug) && isVintageDate(date)
      ? steady(async () => vintagePage(store(), slug, date, await heldReleases(), from))
      : null,
);
