import type { KnownChange } from "./feed.ts";

/**
 * A feed needs an instant where we have a day of New York. At five in the morning UTC that day has begun there, summer and winter:
 * readers to the east show the same day.
 */
export function dawnOf(day: string): string {
  return new Date(`${day}T05:00:00Z`).toISOString();
}

/** RFC 3339, to the second: "2026-11-22T05:00:00Z". */
export function timestampOf(instant: string): string {
  return `${instant.slice(0, 19)}Z`;
}

/**
 * A Last-Modified for what changed last so. Of what is known to the second it is that time. Of a day it is the end, in the last
 * zone on Earth, but never a time to come (RFC 9110, section 8.8.2.1): while the day lasts it is always now, so that nobody who
 * asks by time alone misses a second change of one day; afterwards it stays the same.
 */
export function lastModifiedOf({ day, came }: KnownChange, now: Date): Date {
  const over = day === null ? 0 : new Date(`${day}T00:00:00Z`).getTime() + 36 * 3_600_000;
  return new Date(Math.max(Math.min(over, now.getTime()), came?.getTime() ?? 0));
}
