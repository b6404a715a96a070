import "server-only";
import type { HeldRelease } from "#lib/site/build-home-page";
import { listReleases } from "#lib/store/vintage-rows";
import { getSiteIfAny } from "./preview.ts";
import { store } from "./store.ts";

/**
 * The vintages that a page may show: those of the site that the rest of it is of. The store may have another before that site is
 * opened, and then the head of the page and its figures would be of two.
 */
export async function heldReleases(): Promise<readonly HeldRelease[]> {
  return (await getSiteIfAny())?.releases ?? listReleases(store());
}
