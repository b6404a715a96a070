import { Prisma } from "../../prisma/client/client.ts";
import type { Transaction } from "./store.ts";
import type { VintageContent } from "./vintage-content.ts";

/** How many observations a vintage adds, by what they do to those known before it. */
export interface ChangeCounts {
  /** Not known before, or withdrawn before. */
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
}

/** A value that a vintage replaced; null is a missing one. */
export interface Revision {
  readonly key: string;
  readonly period: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The observations of the release as known the day before. */
function knownBefore({ release, date }: VintageContent): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (o.series_id, o.period) o.series_id, o.period, o.value, o.status
    FROM observation o JOIN series s ON s.id = o.series_id
    WHERE s.release_slug = ${release.slug} AND o.vintage_date < ${date}::date
    ORDER BY o.series_id, o.period, o.vintage_date DESC`;
}

/**
 * Writes what `staged` changes: new and revised observations, and as withdrawn what is known of the periods it speaks
 * about and stands in it no more.
 */
export async function appendChanges(
  tx: Transaction,
  content: VintageContent,
): Promise<ChangeCounts> {
  const { date } = content;
  const [changed] = await tx.$queryRaw<{ added: number; revised: number }[]>`
    WITH changed AS (
      SELECT n.*, k.status IS NULL OR k.status = 'withdrawn' AS is_new
      FROM staged n LEFT JOIN (${knownBefore(content)}) k USING (series_id, period)
      WHERE k.series_id IS NULL OR (k.value, k.status) IS DISTINCT FROM (n.value, n.status)
    ), written AS (
      INSERT INTO observation (series_id, period, vintage_date, value, status, source_line, source_column)
      SELECT series_id, period, ${date}::date, value, status, line, col FROM changed
    )
    SELECT count(*) FILTER (WHERE is_new)::int AS added, count(*) FILTER (WHERE NOT is_new)::int AS revised
    FROM changed`;
  const withdrawn = await tx.$executeRaw`
    INSERT INTO observation (series_id, period, vintage_date, value, status)
    SELECT k.series_id, k.period, ${date}::date, NULL, 'withdrawn'
    FROM (${knownBefore(content)}) k LEFT JOIN staged n USING (series_id, period)
    WHERE n.series_id IS NULL AND k.status <> 'withdrawn'
      AND k.period BETWEEN (SELECT min(period) FROM staged) AND (SELECT max(period) FROM staged)`;
  return { added: changed?.added ?? 0, revised: changed?.revised ?? 0, withdrawn };
}

/**
 * An older vintage loaded later must not change what is read as of a newer one. Each period it changed is said again in
 * the first newer vintage that speaks about it, as it was known there before: a vintage that does not cover a period says
 * nothing about it, so the older one keeps the last word until one does.
 */
export async function restateLater(tx: Transaction, content: VintageContent): Promise<void> {
  const { release, date } = content;
  // Periods are compared as bytes (see the migration); the vintage's own have the collation of the database.
  await tx.$executeRaw`
    INSERT INTO observation (series_id, period, vintage_date, value, status)
    SELECT o.series_id, o.period, next.date, k.value, COALESCE(k.status, 'withdrawn')
    FROM observation o JOIN series s ON s.id = o.series_id
      CROSS JOIN LATERAL (
        SELECT v.date FROM vintage v
        WHERE v.release_slug = ${release.slug} AND v.date > ${date}::date
          AND o.period >= v.first_period COLLATE "C" AND o.period <= v.last_period COLLATE "C"
        ORDER BY v.date LIMIT 1
      ) next
      LEFT JOIN (${knownBefore(content)}) k USING (series_id, period)
    WHERE s.release_slug = ${release.slug} AND o.vintage_date = ${date}::date
      AND NOT EXISTS (SELECT FROM observation later WHERE later.series_id = o.series_id
        AND later.period = o.period AND later.vintage_date = next.date)`;
}

/** The revisions that change a value most, the largest first; those from or to a missing value come last. */
export async function largestRevisions(
  tx: Transaction,
  content: VintageContent,
  limit: number,
): Promise<Revision[]> {
  return tx.$queryRaw<Revision[]>`
    SELECT s.key, o.period, k.value::text AS before, o.value::text AS after
    FROM observation o JOIN series s ON s.id = o.series_id
      JOIN (${knownBefore(content)}) k USING (series_id, period)
    WHERE s.release_slug = ${content.release.slug} AND o.vintage_date = ${content.date}::date
      AND o.status <> 'withdrawn' AND k.status <> 'withdrawn'
    ORDER BY abs(o.value - k.value) DESC NULLS LAST, s.key, o.period DESC LIMIT ${limit}`;
}
