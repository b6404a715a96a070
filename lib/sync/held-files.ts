import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Store } from "#lib/store/store";

/** The file of a vintage that is held. */
export interface HeldFile {
  readonly date: VintageDate;
  readonly sha256: string;
  readonly bytes: number;
}

/** Those of a release, oldest first. Over the bare driver, as loads: Prisma's query engine would take 70 MB for this list. */
export async function listHeldFiles({ pool }: Store, release: string): Promise<HeldFile[]> {
  const { rows } = await pool.query<{ date: string; sha256: string; bytes: number }>(
    `SELECT v.date::text AS date, s.sha256, s.bytes FROM vintage v JOIN snapshot s ON s.sha256 = v.snapshot_sha256
     WHERE v.release_slug = $1 ORDER BY v.date`,
    [release],
  );
  return rows.map(({ date, sha256, bytes }) => {
    if (!isVintageDate(date)) throw new Error(`The store holds an impossible day: ${date}`);
    return { date, sha256, bytes };
  });
}
