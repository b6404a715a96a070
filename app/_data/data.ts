import "server-only";
import { cache } from "react";
import { couldBeKey } from "#lib/series/series-key";
import { buildDataPage } from "#lib/site/data-build-page";
import type { DataPage } from "#lib/site/data-page";
import { seriesPath } from "#lib/site/data-page-query";
import { createReader } from "#lib/store/reader";
import { listKeys } from "#lib/store/series-rows";
import { listReleases } from "#lib/store/vintage-rows";
import { getSite } from "./site.ts";
import { steady } from "./steady.ts";
import { store } from "./store.ts";

/** The page of a series, or null when there is none of this key. Asked twice in one page, it is made once. */
export const getDataPage = cache(
  async (
    key: string,
    asOf: string | null,
    allValues: boolean,
    allRevisions: boolean,
  ): Promise<DataPage | null> => {
    if (!couldBeKey(key)) return null;
    const site = await getSite();
    const query = { asOf, allValues, allRevisions };
    return steady(() => buildDataPage(store(), key, query, site));
  },
);

/** Keys most like one that names no series; none for a text that could be no key. */
export async function findNear(key: string): Promise<readonly string[]> {
  return couldBeKey(key) ? createReader(store()).nearestKeys(key, 6) : [];
}

/** The address of every series, and the day of its table's newest vintage. At most as many as a sitemap may hold. */
export async function listSeriesPages(): Promise<{ path: string; changed: string }[]> {
  const [keys, releases] = await Promise.all([listKeys(store()), listReleases(store())]);
  const newest = new Map(
    releases.map(({ release, vintages }) => [release.slug, vintages.at(-1)?.date]),
  );
  return keys.slice(0, mostInSitemap).flatMap((key) => {
    const changed = newest.get(key.split(".")[0] ?? key);
    return changed === undefined ? [] : [{ path: seriesPath(key), changed }];
  });
}

/** By the protocol a sitemap has 50,000 addresses at most; the index is one of them. */
const mostInSitemap = 49_999;
