import "server-only";
import { formatDay } from "#lib/series/format";
import { newestSeen } from "./current-holds.ts";

/** What a reader is told who asked for figures while the store does not answer. */
export function cannotRead(): string {
  const newest = newestSeen();
  const asOf = newest === null ? "" : ` What the site shows is as of ${formatDay(newest)}.`;
  return `The figures cannot be read at the moment.${asOf} Please try again in a minute.`;
}
