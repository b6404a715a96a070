import type { SeriesReader } from "#lib/series/reader";
import { createReader } from "#lib/store/reader";
import type { Store } from "#lib/store/store";
import type { HeldRelease } from "./build-home-page.ts";

/**
 * The figures of a store for a page that is as of the vintages of a site: it is told of no other, though the store may have one by
 * now, since the page shows other things of the site beside them.
 */
export function heldReader(store: Store, held: readonly HeldRelease[]): SeriesReader {
  return {
    ...createReader(store),
    vintages: (slug) =>
      Promise.resolve(held.find(({ release }) => release.slug === slug)?.vintages ?? []),
  };
}
