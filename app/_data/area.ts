import "server-only";
import { cache } from "react";
import { areaIndex, listAreaPages, type AreaIndex } from "#lib/site/area-index";
import { areaPage, type AreaPage } from "#lib/site/area-page";
import { heldReleases } from "./held-releases.ts";
import { steady } from "./steady.ts";
import { store } from "./store.ts";

/** All areas with their newest figures. */
export const getAreas = cache((): Promise<AreaIndex> =>
  steady(async () => areaIndex(store(), await heldReleases())),
);

/** The addresses of all areas. */
export function listAreaSlugs(): Promise<string[]> {
  return listAreaPages(store());
}

/** Everything an area's page shows, or null when there is no such area. */
export const getArea = cache(async (slug: string): Promise<AreaPage | null> =>
  isSlug(slug) ? steady(async () => areaPage(store(), slug, await heldReleases())) : null,
);

/** What no slug looks like is not looked for. */
function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 80;
}
