import type { VintageDate } from "#lib/series/observation";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";

/** A page about releases, and the day of the newest vintage it tells of. */
export interface ReleaseAddress {
  readonly path: string;
  readonly changed: VintageDate;
}

/** The page of every release and of every vintage. */
export async function listReleasePages(store: Store): Promise<ReleaseAddress[]> {
  const held = await listReleases(store);
  return held.flatMap(({ release, vintages }) => {
    const newest = vintages.at(-1);
    if (newest === undefined) return [];
    const path = `/releases/${release.slug}`;
    return [
      { path, changed: newest.date },
      ...vintages.map(({ date }) => ({ path: `${path}/${date}`, changed: date })),
    ];
  });
}
