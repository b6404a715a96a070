import { Prisma } from "../../prisma/client/client.ts";
import type { ObservationStatus, VintageDate } from "#lib/series/observation";
import type {
  AreaGroup,
  ChangeKind,
  Revision,
  RevisionReport,
  RevisionSummary,
} from "#lib/series/revision";
import { unitLabel } from "#lib/series/unit";
import { storedDay, storedPeriod } from "./cell-row.ts";
import { countsByKind, kindOfChange } from "./change-kind.ts";
import { multiplier, unit } from "./series-rows.ts";
import type { Store } from "./store.ts";

/**
 * What changed in a release between what was known on two days, `from` before `to`: counts, a summary per class and
 * measure, and the `limit` largest revisions. Amounts are exact; a mean is rounded to four decimals.
 */
export async function compareVintages(
  store: Store,
  release: string,
  from: VintageDate,
  to: VintageDate,
  limit: number,
): Promise<RevisionReport> {
  const changes = changesBetween(release, from, to);
  const [summaries, largest] = await Promise.all([
    store.prisma.$queryRaw<SummaryRow[]>`
      SELECT s.section, s.securities, s.measure, ${areaGroup} AS areas, s.unit, s.multiplier, ${countsByKind},
        trim_scale(round(avg(abs(c.after - c.before)) FILTER (WHERE c.kind = 'revised'), 4))::text AS mean,
        max(abs(c.after - c.before)) FILTER (WHERE c.kind = 'revised')::text AS largest
      FROM (${changes}) c JOIN series s ON s.id = c.series_id JOIN area a ON a.slug = s.area_slug
      GROUP BY s.section, s.securities, s.measure, areas, s.unit, s.multiplier
      ORDER BY s.section, s.securities, s.measure, areas DESC, s.multiplier`,
    store.prisma.$queryRaw<RevisionRow[]>`
      SELECT c.kind, s.key, s.title, c.period, c.before::text AS before, c.after::text AS after, c.status::text AS status,
        (c.after - c.before)::text AS difference
      FROM (${changes}) c JOIN series s ON s.id = c.series_id
      WHERE c.kind <> 'added'
      ORDER BY c.kind, abs(c.after - c.before) * power(10::numeric, s.multiplier) DESC NULLS LAST, s.key, c.period DESC
      LIMIT ${limit}`,
  ]);
  return {
    release,
    from,
    to,
    added: sum(summaries, "added"),
    revised: sum(summaries, "revised"),
    withdrawn: sum(summaries, "withdrawn"),
    summaries: summaries.map(toSummary),
    largest: largest.map(toRevision),
  };
}

/** What each vintage of a release changed against those before it, oldest first. */
export async function countChanges(
  store: Store,
  release: string,
): Promise<readonly ChangesOfVintage[]> {
  const [only, ...others] = await firstTwo(store, release);
  if (only === undefined) return [];
  // One vintage changed nothing, and all it has is new: half a million words need not be sorted to tell.
  if (others.length === 0) return [{ ...only, revised: 0, withdrawn: 0 }];
  // Every row is the last word of its vintage on a period, so the row before it is what was known the day before.
  const rows = await store.prisma.$queryRaw<ChangesOfVintage[]>`
    WITH words AS (
      SELECT o.vintage_date, o.value AS after, o.status, lag(o.value) OVER w AS before, lag(o.status) OVER w AS status_before
      FROM observation o JOIN series s ON s.id = o.series_id WHERE s.release_slug = ${release}
      WINDOW w AS (PARTITION BY o.series_id, o.period ORDER BY o.vintage_date)
    ), changes AS (SELECT vintage_date, ${kindOfChange} AS kind FROM words)
    SELECT v.date::text AS date, ${countsByKind}
    FROM vintage v LEFT JOIN changes c ON c.vintage_date = v.date
    WHERE v.release_slug = ${release} GROUP BY v.date ORDER BY v.date`;
  return rows.map((row) => ({ ...row, date: storedDay(row.date) }));
}

/** How many observations each of the first two vintages of a release appended. */
async function firstTwo(
  store: Store,
  release: string,
): Promise<{ date: VintageDate; added: number }[]> {
  const { rows } = await store.pool.query<{ date: string; added: number }>({
    name: "first-two-vintages",
    text: `SELECT date::text AS date, appended AS added FROM vintage WHERE release_slug = $1 ORDER BY date LIMIT 2`,
    values: [release],
  });
  return rows.map(({ date, added }) => ({ date: storedDay(date), added }));
}

/** How many observations one vintage printed for the first time, changed, and left out. */
export interface ChangesOfVintage {
  readonly date: VintageDate;
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
}

/** Only what some vintage between the two days spoke about can differ; it has rows of its own. */
function changesBetween(release: string, from: VintageDate, to: VintageDate): Prisma.Sql {
  return Prisma.sql`
    SELECT * FROM (
      SELECT series_id, period, before, after, status, ${kindOfChange} AS kind
      FROM (
        SELECT DISTINCT ON (o.series_id, o.period) o.series_id, o.period, o.value AS after, o.status
        FROM observation o JOIN series s ON s.id = o.series_id
        WHERE s.release_slug = ${release} AND o.vintage_date > ${from}::date AND o.vintage_date <= ${to}::date
        ORDER BY o.series_id, o.period, o.vintage_date DESC
      ) later LEFT JOIN LATERAL (
        SELECT o.value AS before, o.status AS status_before FROM observation o
        WHERE o.series_id = later.series_id AND o.period = later.period AND o.vintage_date <= ${from}::date
        ORDER BY o.vintage_date DESC LIMIT 1
      ) earlier ON TRUE
    ) compared WHERE kind IS NOT NULL`;
}

const areaGroup = Prisma.sql`
  CASE a.kind WHEN 'country' THEN 'countries' WHEN 'of-which' THEN 'parts' ELSE 'totals' END`;

interface SummaryRow {
  readonly section: string;
  readonly securities: string;
  readonly measure: string;
  readonly areas: AreaGroup;
  readonly unit: string;
  readonly multiplier: number;
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  readonly mean: string | null;
  readonly largest: string | null;
}

interface RevisionRow {
  readonly kind: ChangeKind;
  readonly key: string;
  readonly title: string;
  readonly period: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly status: ObservationStatus;
  readonly difference: string | null;
}

function toSummary({ mean, largest, ...row }: SummaryRow): RevisionSummary {
  const { section, securities, measure, areas, added, revised, withdrawn } = row;
  return {
    ...{ section, securities, measure, areas, added, revised, withdrawn },
    unit: unitLabel(unit.parse(row.unit), multiplier.parse(row.multiplier)),
    meanAbsoluteRevision: mean,
    largestAbsoluteRevision: largest,
  };
}

function toRevision(row: RevisionRow): Revision {
  return { ...row, period: storedPeriod(row.period) };
}

function sum(rows: readonly SummaryRow[], field: "added" | "revised" | "withdrawn"): number {
  return rows.reduce((total, row) => total + row[field], 0);
}
