import type { Store } from "./store.ts";

/** When each vintage came into the store, by `<release> <date>`. */
export async function loadTimes(store: Store): Promise<ReadonlyMap<string, Date>> {
  const rows = await store.prisma.vintage.findMany({
    select: { releaseSlug: true, date: true, loadedAt: true },
  });
  return new Map(
    rows.map(({ releaseSlug, date, loadedAt }) => [
      `${releaseSlug} ${date.toISOString().slice(0, 10)}`,
      loadedAt,
    ]),
  );
}
