import { formatPeriod } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { ReleaseDay } from "#lib/sources/calendar";

/** A release as a page names it. */
export interface ReleaseName {
  readonly slug: string;
  readonly title: string;
}

/** A release with the days of the vintages held, and whether each day of the calendar brings one. */
export interface CalendarRelease extends ReleaseName {
  readonly dates: readonly VintageDate[];
  readonly eachMonth: boolean;
}

/** One day of the calendar, and what is held of it. Nothing is said to be held that is not. */
export interface CalendarDay {
  readonly date: VintageDate;
  /** "April 2026"; "August and September 2025" */
  readonly months: string;
  readonly note: string | null;
  /** `due` is a day to come, or today before anything of it is held. */
  readonly state: "held" | "partly" | "absent" | "due";
  readonly held: readonly ReleaseName[];
  /** Those that come out on each day of the calendar and are not held. */
  readonly missing: readonly ReleaseName[];
}

/** The calendar as it stands on one day. */
export interface Calendar {
  readonly today: VintageDate;
  /** The next day on or after today of which nothing is held; null after the end of the calendar. */
  readonly next: CalendarDay | null;
  /** Newest first, the days to come among them. */
  readonly days: readonly CalendarDay[];
  /** Days since the newest vintage held that have passed and of which nothing is held, oldest first. */
  readonly passed: readonly VintageDate[];
  readonly newestHeld: VintageDate | null;
}

/** What the calendar says of each day, seen from `today` (in New York, where the releases come out at 16:00). */
export function readCalendar(
  days: readonly ReleaseDay[],
  releases: readonly CalendarRelease[],
  today: VintageDate,
): Calendar {
  const seen = days.map((day) => seeDay(day, releases, today));
  const newestHeld =
    releases
      .flatMap(({ dates }) => dates)
      .sort()
      .at(-1) ?? null;
  return {
    today,
    next: seen.find(({ state }) => state === "due") ?? null,
    days: seen.toReversed(),
    passed: seen
      .filter(({ state, date }) => state === "absent" && (newestHeld === null || date > newestHeld))
      .map(({ date }) => date),
    newestHeld,
  };
}

function seeDay(
  { date, first, last, note }: ReleaseDay,
  releases: readonly CalendarRelease[],
  today: VintageDate,
): CalendarDay {
  const nameOf = ({ slug, title }: CalendarRelease): ReleaseName => ({ slug, title });
  const held = releases.filter(({ dates }) => dates.includes(date));
  const missing = releases.filter(({ dates, eachMonth }) => eachMonth && !dates.includes(date));
  const state =
    held.length > 0 ? (missing.length > 0 ? "partly" : "held") : date >= today ? "due" : "absent";
  return {
    date,
    months:
      first === last ? formatPeriod(first) : `${formatPeriod(first)} to ${formatPeriod(last)}`,
    note,
    state,
    held: held.map(nameOf),
    missing: missing.map(nameOf),
  };
}
