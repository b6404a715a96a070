import { instantInNewYork, shiftDay } from "#lib/series/new-york";
import type { VintageDate } from "#lib/series/observation";
import type { ReleaseDay } from "#lib/sources/calendar";
import type { CatalogueRelease } from "#lib/sources/catalogue";
import type { ReleaseResult } from "./sync-release.ts";
import { daysLate } from "./vintage-day.ts";

/** A release that the watch is to bring. */
export type Watched = Pick<CatalogueRelease, "slug" | "fetch">;

/** The vintage that is held of each release, as far as rounds have told. */
export type Came = Map<string, VintageDate>;

/** What a round says of one release. */
export type RoundResult = Pick<ReleaseResult, "release" | "outcome" | "vintage">;

/** Notes what a round found to be held now. */
export function noteWhatCame(came: Came, results: readonly RoundResult[]): void {
  for (const { release, outcome, vintage } of results) {
    if (vintage !== null && (outcome === "loaded" || outcome === "held")) {
      came.set(release, vintage);
    }
  }
}

/** The releases whose vintage of this day has not come; `awaited` are those among them that every month brings. */
export function pendingOf(date: VintageDate, releases: readonly Watched[], came: Came) {
  const pending = releases.filter(({ slug }) => (came.get(slug) ?? "") < date);
  const awaited = pending.filter(({ fetch }) => fetch === "each-month").map(({ slug }) => slug);
  return { pending: pending.map(({ slug }) => slug), awaited };
}

/** A day of release that is over, and has not brought everything. */
export interface LateRelease {
  readonly date: VintageDate;
  readonly pending: readonly string[];
  readonly awaited: readonly string[];
  /** The last time to ask: the morning after the last day on which a file still is of this release. */
  readonly until: Date;
}

/** What is late now by this calendar; null when all has come, or when it is too late for more. */
export function findLate(
  calendar: readonly ReleaseDay[],
  now: Date,
  releases: readonly Watched[],
  came: Came,
): LateRelease | null {
  const over = calendar.findLast(({ date }) => instantInNewYork(date, 24) <= now);
  if (!over) return null;
  const { date } = over;
  const until = instantInNewYork(lastMorning(date), 6);
  const { pending, awaited } = pendingOf(date, releases, came);
  return now < until && awaited.length > 0 ? { date, pending, awaited, until } : null;
}

/** A sentence for who watches. */
export function describeLate({ date, awaited }: LateRelease): string {
  return `The day is over in New York, and the release of ${date} has not come: ${awaited.join(", ")}. Asking again at 06:00 and after 16:00 until the morning of ${lastMorning(date)}.`;
}

/** The same when nothing more is done about it. */
export function describeGivenUp({ date, awaited }: LateRelease): string {
  return `The release of ${date} has not come within ${daysLate} days after it: ${awaited.join(", ")}. Given up; tickmark sync fetches what comes later and says how to load it by hand.`;
}

function lastMorning(date: VintageDate): VintageDate {
  return shiftDay(date, daysLate + 1);
}
