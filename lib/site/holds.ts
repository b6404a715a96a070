import { catalogueMark } from "#lib/store/catalogue-mark";
import type { Store } from "#lib/store/store";
import { namesOfVintages } from "#lib/store/vintage-rows";
import { digest } from "./content-state.ts";
import type { ShownContent } from "./shown-content.ts";

/**
 * A short text that changes when the store (`storeHolds`) does or what readers see of the content (`shownContent`): what pages are
 * made from, and so part of the key of each (cache-handler.mjs).
 */
export function siteHolds(held: string, shown: string): string {
  return digest(`${held} ${shown}`);
}

/** The same for the pages of one article, which rest on it and on what others show of themselves: `<text> <slug>`. */
export function articleHolds(
  held: string,
  shown: Pick<ShownContent, "markOf">,
  slug: string,
): string | null {
  const mark = shown.markOf(slug);
  return mark === null ? null : `${digest(`${held} ${mark}`)} ${slug}`;
}

/** A short text that changes when the store gets a vintage, or says something else of its series. Cheap, as it is asked every second. */
export async function storeHolds(store: Store): Promise<string> {
  // One after the other: they share one connection of the store's few.
  const names = await namesOfVintages(store);
  const held = [...names, await catalogueMark(store)];
  return digest(held.join("\n"));
}

/** Names what is read of a store that at first held `held`: when a vintage was loaded meanwhile, it is of neither. */
export async function heldSince(store: Store, held: string): Promise<string> {
  const now = await storeHolds(store);
  return now === held ? held : `${held} ${now}`;
}
