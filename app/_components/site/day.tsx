import { formatDay } from "#lib/series/format";

/** A day of the calendar (`YYYY-MM-DD`), for people and for machines. */
export function Day({ date }: { date: string }) {
  return <time dateTime={date}>{formatDay(date)}</time>;
}
