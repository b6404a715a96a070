import { isVintageDate, type VintageDate } from "./observation.ts";

/** The Treasury publishes at 16:00 in New York, which is 21:00 UTC in winter and 20:00 in summer. */
const newYork = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
  timeZone: "America/New_York",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** The day that a calendar in New York shows at an instant. */
export function dayInNewYork(instant: Date): VintageDate {
  return asDay(wallClock(instant));
}

/** The hour and minute on a clock in New York: "16:00". */
export function timeInNewYork(instant: Date): string {
  return new Date(wallClock(instant)).toISOString().slice(11, 16);
}

/** The instant as clocks in New York show it, to the second, with how far they are from UTC: "2026-11-30T09:00:00-05:00". */
export function timestampInNewYork(instant: Date): string {
  const shown = wallClock(instant);
  const behind = Math.round((instant.getTime() - shown) / 3_600_000);
  return `${new Date(shown).toISOString().slice(0, 19)}-0${behind}:00`;
}

/**
 * The instant at which clocks in New York show this time on this day. An hour of 24 is the midnight that ends the day. Of an
 * hour that occurs twice it is the first; one that is skipped in spring is taken an hour later.
 */
export function instantInNewYork(day: VintageDate, hour: number, minute = 0): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  // New York is 4 or 5 hours behind UTC; both are tried, the earlier instant first.
  for (const behind of [4, 5]) {
    const instant = new Date(wanted + behind * 3_600_000);
    if (wallClock(instant) === wanted) return instant;
  }
  return new Date(wanted + 5 * 3_600_000);
}

/** The day that many days after another. */
export function shiftDay(day: VintageDate, count: number): VintageDate {
  return asDay(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000);
}

/** What a clock in New York shows, as milliseconds that UTC would count for the same reading. */
function wallClock(instant: Date): number {
  const parts = new Map(newYork.formatToParts(instant).map(({ type, value }) => [type, value]));
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return Date.UTC(
    read("year"),
    read("month") - 1,
    read("day"),
    read("hour"),
    read("minute"),
    read("second"),
  );
}

function asDay(milliseconds: number): VintageDate {
  const day = new Date(milliseconds).toISOString().slice(0, 10);
  if (!isVintageDate(day)) throw new RangeError(`Not a day of the years 1000 to 2999: ${day}`);
  return day;
}
