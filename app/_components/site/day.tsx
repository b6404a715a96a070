import { formatDay, formatTime } from "#lib/series/format";

/** A day of the calendar (`YYYY-MM-DD`), for people and for machines. */
export function Day({ date }: { date: string }) {
  return <time dateTime={date}>{formatDay(date)}</time>;
}

/** An instant in UTC (`2026-11-30T14:00:00.000Z`), or a day where no more is known. */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{formatTime(at)}</time>;
}
