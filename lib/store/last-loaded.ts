import type { Store } from "./store.ts";

/**
 * When a vintage was last added, to one release or to any; null when there is none. Not its day of publication: a vintage
 * may be loaded after a newer one, and changes what is known all the same.
 */
export async function lastLoaded(store: Store, release?: string): Promise<Date | null> {
  const newest = await store.prisma.vintage.findFirst({
    ...(release === undefined ? {} : { where: { releaseSlug: release } }),
    orderBy: { loadedAt: "desc" },
    select: { loadedAt: true },
  });
  return newest?.loadedAt ?? null;
}
