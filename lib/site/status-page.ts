import type { VintageDate } from "#lib/series/observation";
import { instantInNewYork } from "#lib/series/new-york";
import type { SyncOutcome } from "#lib/store/sync-outcomes";
import type { ArticleOutline, OutlinedClaim } from "./article-outline.ts";
import type { Calendar, ReleaseName } from "./release-calendar.ts";
import type { HeldRelease } from "./site.ts";

/** How claims stand against the newest vintage. */
export type ClaimCounts = Readonly<Record<OutlinedClaim["standing"], number>>;

/** What is known of one release. */
export interface StatusRelease extends ReleaseName {
  readonly newest: VintageDate;
  readonly vintages: number;
  /** When it was last asked for, and what came of it; null when nobody asked yet. */
  readonly sync: SyncOutcome | null;
}

/** How the site is doing: what it holds, what is due, and how its claims stand. */
export interface StatusPage {
  /** In the order of their slugs; those of which nothing is held are left out. */
  readonly releases: readonly StatusRelease[];
  readonly calendar: Calendar;
  readonly articles: number;
  readonly claims: ClaimCounts;
}

/** Puts together what a site holds and what was last asked of the publisher; `syncs` is null when that cannot be told. */
export function statusPage(
  {
    releases,
    outlines,
  }: { readonly releases: readonly HeldRelease[]; readonly outlines: readonly ArticleOutline[] },
  calendar: Calendar,
  syncs: readonly SyncOutcome[] | null,
): StatusPage {
  return {
    releases: releases.flatMap(({ release: { slug, title }, vintages }) => {
      const newest = vintages.at(-1)?.date;
      if (newest === undefined) return [];
      const sync = syncs?.find(({ release }) => release === slug) ?? null;
      return [{ slug, title, newest, vintages: vintages.length, sync }];
    }),
    calendar,
    articles: outlines.length,
    claims: countClaims(outlines.flatMap(({ claims }) => claims)),
  };
}

function countClaims(claims: readonly Pick<OutlinedClaim, "standing">[]): ClaimCounts {
  const counts = { holds: 0, "holds-rounded": 0, drifted: 0, flipped: 0, unanswered: 0 };
  for (const { standing } of claims) counts[standing] += 1;
  return counts;
}

/** The seconds until the next release of a calendar; NaN after its end. */
export function secondsToNext({ next }: Pick<Calendar, "next">, now: Date): number {
  return next === null ? NaN : (instantInNewYork(next.date, 16).getTime() - now.getTime()) / 1000;
}

/** The seconds since a vintage's day began, in UTC. */
export function ageOf(day: VintageDate, now: Date): number {
  return (now.getTime() - Date.parse(`${day}T00:00:00Z`)) / 1000;
}
