import { isVintageDate } from "#lib/series/observation";

const day = "a day written YYYY-MM-DD, such as 2026-11-30";
const instant = "a day and time such as 2026-11-30T09:00-05:00";

/** The day and the time of it, with or without seconds, and how far it is from UTC. */
const withTime = /^(?<day>[^T\s]+)T(?<time>\d{1,2}:\d{2}(?::\d{2})?)(?<offset>Z|[+-]\d{2}:\d{2})?$/;

/** When an article appears, as its frontmatter says it. */
export type PublicationTime =
  | { readonly ok: true; readonly day: string; readonly appears: string }
  | { readonly ok: false; readonly message: string };

/**
 * Reads `published`: a day, on which the article appears at 00:00 UTC, or a day and time with the offset from UTC. Gives the day as
 * written, and the instant in UTC (`2026-11-30T14:00:00.000Z`), of which texts sort as times do.
 */
export function readPublished(text: string): PublicationTime {
  const { day: written = text, time, offset } = withTime.exec(text)?.groups ?? {};
  if (!isVintageDate(written)) {
    const looksLikeDay = /^\d{4}-\d{2}-\d{2}$/.test(written);
    return refuse(
      looksLikeDay
        ? `expected ${day}; the calendar has no ${written}`
        : `expected ${day}, or ${instant}; found "${text.slice(0, 40)}"`,
    );
  }
  if (time === undefined) return accept(written, `${written}T00:00:00Z`);
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
  return accept(written, text);
}

function accept(written: string, at: string): PublicationTime {
  return { ok: true, day: written, appears: new Date(at).toISOString() };
}

function refuse(message: string): PublicationTime {
  return { ok: false, message };
}

/** No clock on earth is further from UTC. */
function isOffset(offset: string): boolean {
  if (offset === "Z") return true;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  const most = (offset.startsWith("-") ? 12 : 14) * 60;
  return Number(offset.slice(4)) < 60 && minutes <= most;
}
