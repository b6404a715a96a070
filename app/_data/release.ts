import "server-only";
import { cache } from "react";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { releaseList, type ReleaseList } from "#lib/site/release-list";
import { listReleasePages, type ReleaseAddress } from "#lib/site/release-pages";
import { releasePage, type ReleasePage } from "#lib/site/release-page";
import { vintagePage, type VintageFound } from "#lib/site/release-vintage";
import { store } from "./store.ts";

/** The calendar, the releases and what does not add up, as of the day on which the page is made. */
export const getReleases = cache((): Promise<ReleaseList> =>
  releaseList(store(), todayInNewYork()),
);

/** The addresses of all releases and vintages. */
export function listReleaseAddresses(): Promise<ReleaseAddress[]> {
  return listReleasePages(store());
}

/** A release with its vintages, or null when there is no such release. */
export const getRelease = cache(async (slug: string): Promise<ReleasePage | null> =>
  /^[a-z0-9-]{1,40}$/.test(slug) ? releasePage(store(), slug) : null,
);

/** A vintage against the one before it or against `from`, or null when there is no such vintage. */
export const getVintage = cache(
  async (slug: string, date: string, from?: string): Promise<VintageFound | null> =>
    /^[a-z0-9-]{1,40}$/.test(slug) && isVintageDate(date)
      ? vintagePage(store(), slug, date, from)
      : null,
);

/** The releases come out in New York, so the calendar's day is the day there. */
export function todayInNewYork(now: Date = new Date()): VintageDate {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: "America/New_York",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const part = (name: string): string => parts.find(({ type }) => type === name)?.value ?? "";
  const day = `${part("year")}-${part("month")}-${part("day")}`;
  if (!isVintageDate(day)) throw new Error(`The clock gives an impossible day: ${day}`);
  return day;
}
