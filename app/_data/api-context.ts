import "server-only";
import type { ApiContext } from "#lib/api/endpoint";
import { isVintageDate } from "#lib/series/observation";
import { siteUrl } from "./site-url.ts";
import { store } from "./store.ts";
import { timeNow } from "./time-now.ts";

/** What the API answers from now. */
export function apiContext(): ApiContext {
  // The first to see a day are 14 hours ahead of UTC: who asks for the day it is where they are is right.
  const today = new Date(timeNow().getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  if (!isVintageDate(today)) throw new RangeError(`${today} is no day`);
  return { store: store(), origin: siteUrl().origin, today };
}
