import { Prisma } from "../../prisma/client/client.ts";
import type { Period } from "#lib/series/period";
import { countsByKind, kindOfChange } from "./change-kind.ts";
import type { CoveredRun } from "./coverage.ts";
import type { Transaction } from "./transaction.ts";
import type { VintageContent } from "./vintage-content.ts";

/** A value that a vintage replaced; null is a missing one. */
export interface ReplacedValue {
  readonly key: string;
  readonly period: Period;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a vintage adds, by what it does to the observations known before it. */
export interface Changes {
  /** Not known before, or withdrawn before. */
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  /** Those that change a value most, the largest first; those from or to a missing value come last. */
  readonly largestRevisions: readonly ReplacedValue[];
  /** Series whose revised figures are those that another had before: rows or columns that changed places. */
  readonly changedPlaces: readonly ChangedPlace[];
}

interface ChangedPlace {
  readonly key: string;
  /** Whose figures it has now. */
  readonly other: string;
  readonly periods: number;
}

/** So many revisions are named: enough to see two rows that changed places. */
const revisionsNamed = 10;

/** Two series that share so many figures by chance, period by period, are not to be found; a year of months is. */
const periodsThatTell = 12;

/**
 * Writes what `staged` changes against what was known the day before: new and revised observations, and as withdrawn what
 * is known of the periods the vintage speaks about and stands in it no more. One pass over what is known; the rows of a
 * first vintage are written in the order of `staged`, so that the figures of a series lie together.
 */
export async function appendChanges(
  tx: Transaction,
  { release, date }: VintageContent,
  coverage: readonly CoveredRun[],
): Promise<Changes> {
  // Whatever it does not speak about it cannot change: a press release prints four months of twenty years.
  const periods = coverage.flatMap(({ first, last }) => [first, last]).sort();
  const [changes] = await tx.rows<Changes>(Prisma.sql`
    WITH covered AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(coverage)}::jsonb) AS t (section text, first text, last text)
    ), known AS (
      SELECT s.id AS series_id, s.section, k.*
      FROM series s CROSS JOIN LATERAL (
        SELECT DISTINCT ON (o.period) o.period, o.value, o.status FROM observation o
        WHERE o.series_id = s.id AND o.vintage_date < ${date}::date
          AND o.period >= ${periods[0]} AND o.period <= ${periods.at(-1)}
        ORDER BY o.period DESC, o.vintage_date DESC
      ) k
      WHERE s.release_slug = ${release.slug}
    ), compared AS (
      SELECT COALESCE(n.series_id, k.series_id) AS series_id, COALESCE(n.period, k.period) AS period,
        n.value AS after, COALESCE(n.status, 'withdrawn') AS status, n.line, n.col,
        k.value AS before, k.status AS status_before
      FROM staged n FULL JOIN known k ON k.series_id = n.series_id AND k.period = n.period
      WHERE n.series_id IS NOT NULL OR EXISTS (SELECT FROM covered c WHERE c.section = k.section
        AND k.period >= c.first COLLATE "C" AND k.period <= c.last COLLATE "C")
    ), c AS MATERIALIZED (
      SELECT * FROM (SELECT *, ${kindOfChange} AS kind FROM compared) t WHERE kind IS NOT NULL
    ), written AS (
      INSERT INTO observation (series_id, period, vintage_date, value, status, source_line, source_column)
      SELECT series_id, period, ${date}::date, after, status, line, col FROM c
    ), swapped AS (
      SELECT a.series_id, b.series_id AS other_id, count(*)::int AS periods
      FROM c a JOIN c b ON b.period = a.period AND b.before = a.after AND b.series_id <> a.series_id
      WHERE a.kind = 'revised' AND a.after <> 0 GROUP BY a.series_id, b.series_id
      HAVING count(*) >= ${periodsThatTell}
    )
    SELECT ${countsByKind}, (
      SELECT COALESCE(jsonb_agg(to_jsonb(t)), '[]') FROM (
        SELECT s.key, r.period, r.before::text AS before, r.after::text AS after
        FROM c r JOIN series s ON s.id = r.series_id WHERE r.kind = 'revised'
        ORDER BY abs(r.after - r.before) DESC NULLS LAST, s.key, r.period DESC LIMIT ${revisionsNamed}
      ) t
    ) AS "largestRevisions", (
      SELECT COALESCE(jsonb_agg(to_jsonb(t)), '[]') FROM (
        SELECT s.key, o.key AS other, w.periods
        FROM swapped w JOIN series s ON s.id = w.series_id JOIN series o ON o.id = w.other_id
        ORDER BY w.periods DESC, s.key LIMIT ${revisionsNamed}
      ) t
    ) AS "changedPlaces" FROM c`);
  if (!changes) throw new Error("An aggregate gave no row");
  return changes;
}

/**
 * An older vintage loaded later must not change what is read as of a newer one. Each period it changed is said again in
 * the first newer vintage that speaks about it, as it was known there before: a vintage that does not cover a period says
 * nothing about it, so the older one keeps the last word until one does.
 */
export async function restateLater(
  tx: Transaction,
  { release, date }: VintageContent,
): Promise<void> {
  const [later] = await tx.rows(
    Prisma.sql`SELECT FROM vintage WHERE release_slug = ${release.slug} AND date > ${date}::date LIMIT 1`,
  );
  if (!later) return;
  await tx.run(Prisma.sql`
    INSERT INTO observation (series_id, period, vintage_date, value, status)
    SELECT o.series_id, o.period, next.date, k.value, COALESCE(k.status, 'withdrawn')
    FROM series s JOIN observation o ON o.series_id = s.id
      CROSS JOIN LATERAL (
        SELECT c.vintage_date AS date FROM coverage c
        WHERE c.release_slug = ${release.slug} AND c.vintage_date > ${date}::date AND c.section = s.section
          AND o.period >= c.first_period AND o.period <= c.last_period
        ORDER BY c.vintage_date LIMIT 1
      ) next
      LEFT JOIN LATERAL (
        SELECT e.value, e.status FROM observation e
        WHERE e.series_id = o.series_id AND e.period = o.period AND e.vintage_date < ${date}::date
        ORDER BY e.vintage_date DESC LIMIT 1
      ) k ON TRUE
    WHERE s.release_slug = ${release.slug} AND o.vintage_date = ${date}::date
      AND NOT EXISTS (SELECT FROM observation held WHERE held.series_id = o.series_id
        AND held.period = o.period AND held.vintage_date = next.date)
    ORDER BY o.series_id, o.period`);
}
