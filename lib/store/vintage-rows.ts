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

/**
 * A name for every vintage held, which no other has: what the store holds, in one cheap query. In the order of releases
 * and dates.
 */
export async function namesOfVintages(store: Store): Promise<string[]> {
  const { rows } = await store.pool.query<{ release: string; date: string; sha256: string }>({
    name: "names-of-vintages",
    text: `SELECT release_slug AS release, date::text AS date, snapshot_sha256 AS sha256
      FROM vintage ORDER BY release_slug COLLATE "C", date`,
  });
  return rows.map(({ release, date, sha256 }) => vintageName(release, date, sha256));
}

/** "slt1 2026-06-18 <SHA-256>" */
export function vintageName(release: string, date: string, sha256: string): string {
  return `${release} ${date} ${sha256}`;
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
