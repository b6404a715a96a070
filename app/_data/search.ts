import "server-only";
import { searchSite } from "#lib/site/search-site";
import type { SearchFound } from "#lib/site/search-found";
import { Kept } from "../_http/kept.ts";
import { Line } from "../_http/line.ts";
import { getSite } from "./site.ts";
import { store } from "./store.ts";

const kept = new Kept<SearchFound>(500);
/** One search at a time has one connection of the store's few: those who search never keep the other readers waiting. */
const line = new Line(50);

/**
 * What a search finds, made once for as long as the site is the same; null when so many wait for theirs that one more would
 * wait too long. One whose reader has gone on is not made: `signal` says so.
 */
export async function getSearch(text: string, signal?: AbortSignal): Promise<SearchFound | null> {
  const site = await getSite();
  const key = `${site.holds} ${text.toLowerCase()}`;
  const known = kept.get(key);
  if (known) return known;
  const found = await line.join(async () => {
    // Who asked the same and came before has it made by now.
    const made = kept.get(key) ?? (await searchSite(text, await site.search(), store()));
    kept.set(key, made);
    return made;
  }, signal);
  return found === "busy" || found === "gone" ? null : found;
}
