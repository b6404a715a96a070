import { formatTime } from "#lib/series/format";

/** An instant, to the minute in UTC: "November 23, 2026, 14:05 UTC". */
export function Instant({ at }: { at: Date }) {
  const text = at.toISOString();
  return <time dateTime={text}>{formatTime(text)}</time>;
}
