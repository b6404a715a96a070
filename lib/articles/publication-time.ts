import { isVintageDate } from "#lib/series/observation";

const day = "a day written YYYY-MM-DD, such as 2026-11-30";
const instant = "a day and time such as 2026-11-30T09:00-05:00";

/** The day and the time of it, with or without seconds, and how far it is from UTC. */
const withTime = /^(?<day>[^T\s]+)T(?<time>\d{1,2}:\d{2}(?::\d{2})?)(?<offset>Z|[+-]\d{2}:\d{2})?$/;

/** A time as an article says it. */
export interface SaidTime {
  /** As it is written. */
  readonly text: string;
  /** Its day, as written. */
  readonly day: string;
  /** The instant in UTC (`2026-11-30T14:00:00.000Z`), of which texts sort as times do; null where a day alone is said. */
  readonly instant: string | null;
}

/** What was read of a time; or what was expected and found, in words. */
export type ReadTime =
  | ({ readonly ok: true } & SaidTime)
  | { readonly ok: false; readonly message: string };

/** When an article appears, as its frontmatter says it. */
export type PublicationTime =
  | { readonly ok: true; readonly day: string; readonly appears: string }
  | { readonly ok: false; readonly message: string };

/** Reads a day, or a day and time with the offset from UTC. */
export function readTime(text: string): ReadTime {
  const { day: written = text, time, offset } = withTime.exec(text)?.groups ?? {};
  if (!isVintageDate(written)) {
    const looksLikeDay = /^\d{4}-\d{2}-\d{2}$/.test(written);
    return refuse(
      looksLikeDay
        ? `expected ${day}; the calendar has no ${written}`
        : `expected ${day}, or ${instant}; found "${text.slice(0, 40)}"`,
    );
  }
  if (time === undefined) return { ok: true, text, day: written, instant: null };
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(time)) {
    return refuse(`expected a time from 00:00 to 23:59, as in 2026-11-30T09:00; found ${time}`);
  }
  if (offset === undefined) {
    return refuse(
      `expected how far the time is from UTC behind it: ${text}-05:00 in New York in winter, ` +
        `${text}-04:00 in summer, ${text}Z in UTC`,
    );
  }
  if (!isOffset(offset)) {
    return refuse(`expected an offset from UTC from -12:00 to +14:00, or Z; found ${offset}`);
  }
  return { ok: true, text, day: written, instant: new Date(text).toISOString() };
}

/** Reads `published`. */
export function readPublished(text: string): PublicationTime {
  const read = readTime(text);
  return read.ok ? { ok: true, day: read.day, appears: appearsAt(read) } : read;
}

/** When an article that says so appears: at the instant, or as the day begins in UTC. */
export function appearsAt({ day: written, instant: said }: SaidTime): string {
  return said ?? new Date(`${written}T00:00:00Z`).toISOString();
}

/** Whether one time is before another, as far as they say it: where one is a day alone, their days count as written. */
export function isBefore(left: SaidTime, right: SaidTime): boolean {
  return left.instant !== null && right.instant !== null
    ? left.instant < right.instant
    : left.day < right.day;
}

/** Whether a time is to come at `now`; a day, whether it has begun nowhere on Earth. */
export function isToCome({ day: written, instant: said }: SaidTime, now: Date): boolean {
  if (said !== null) return said > now.toISOString();
  return written > new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}

/** No clock on earth is further from UTC. */
function isOffset(offset: string): boolean {
  if (offset === "Z") return true;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  const most = (offset.startsWith("-") ? 12 : 14) * 60;
  return Number(offset.slice(4)) < 60 && minutes <= most;
}
