import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Release, Vintage } from "#lib/series/vintage";
import type { Store } from "./store.ts";

interface VintageRow {
  releaseSlug: string;
  date: Date;
  note: string | null;
  snapshot: {
    sha256: string;
    fileName: string;
    url: string;
    bytes: number;
    retrieved: Date | null;
  };
}

/** The vintages of a release, oldest first. */
export async function listVintages(store: Store, release: string): Promise<Vintage[]> {
  const rows = await store.prisma.vintage.findMany({
    where: { releaseSlug: release },
    include: { snapshot: true },
    orderBy: { date: "asc" },
  });
  return rows.map(toVintage);
}

/** Every release with its vintages, oldest first; releases in the order of their slugs. */
export async function listReleases(
  store: Store,
): Promise<{ release: Release; vintages: Vintage[] }[]> {
  const rows = await store.prisma.release.findMany({
    include: { vintages: { include: { snapshot: true }, orderBy: { date: "asc" } } },
    orderBy: { slug: "asc" },
  });
  return rows.map(({ vintages, ...release }) => ({ release, vintages: vintages.map(toVintage) }));
}

function toVintage({ releaseSlug, date, note, snapshot }: VintageRow): Vintage {
  const { sha256, fileName, url, bytes, retrieved } = snapshot;
  return {
    release: releaseSlug,
    date: toDay(date),
    note,
    snapshot: { sha256, fileName, url, bytes, retrieved: retrieved && toDay(retrieved) },
  };
}

/** Prisma hands a DATE over as midnight in UTC. */
function toDay(date: Date): VintageDate {
  const day = date.toISOString().slice(0, 10);
  if (!isVintageDate(day)) throw new Error(`The store holds an impossible day: ${day}`);
  return day;
}

/** The date of the newest vintage held, or null. */
export async function newestVintage(store: Store): Promise<VintageDate | null> {
  const newest = await store.prisma.vintage.findFirst({
    orderBy: { date: "desc" },
    select: { date: true },
  });
  return newest && toDay(newest.date);
}

/** One vintage, or null when it is not held. */
export async function findVintage(
  store: Store,
  release: string,
  date: VintageDate,
): Promise<Vintage | null> {
  const vintages = await listVintages(store, release);
  return vintages.find((vintage) => vintage.date === date) ?? null;
}
