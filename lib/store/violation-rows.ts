import { Prisma } from "../../prisma/client/client.ts";
import type { VintageDate } from "#lib/series/observation";
import type { Violation } from "#lib/series/violation";
import { storedDay, storedPeriod } from "./cell-row.ts";
import type { Store } from "./store.ts";

/** A violation and the vintage that it was recorded with. */
export interface RecordedViolation extends Violation {
  readonly release: string;
  readonly date: VintageDate;
}

/** A page cannot show more, and a file with so many is refused as damaged. */
const most = 500;

/**
 * The violations recorded with vintages of a release, of a date, or of figures of a series: all that are given must fit. By
 * vintage, newest first, then by place in the file; at most 500.
 */
export async function listViolations(
  store: Store,
  {
    release,
    date,
    key,
  }: {
    readonly release?: string | undefined;
    readonly date?: VintageDate | undefined;
    readonly key?: string | undefined;
  },
): Promise<readonly RecordedViolation[]> {
  const conditions = [
    ...(release === undefined ? [] : [Prisma.sql`v.release_slug = ${release}`]),
    ...(date === undefined ? [] : [Prisma.sql`v.vintage_date = ${date}::date`]),
    ...(key === undefined ? [] : [Prisma.sql`v.series_key = ${key}`]),
    Prisma.sql`TRUE`,
  ];
  const rows = await store.prisma.$queryRaw<ViolationRow[]>`
    SELECT release_slug, vintage_date::text AS vintage_date, identity, series_key, period, found::text AS found,
      expected::text AS expected, (found - expected)::text AS difference, tolerance::text AS tolerance, acknowledged,
      source_line, source_column, against_release, against_date::text AS against_date
    FROM violation v WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY v.vintage_date DESC, v.release_slug, v.source_line, v.source_column, v.id LIMIT ${most}`;
  return rows.map(toViolation);
}

interface ViolationRow {
  readonly release_slug: string;
  readonly vintage_date: string;
  readonly identity: string;
  readonly series_key: string;
  readonly period: string;
  readonly found: string;
  readonly expected: string;
  readonly difference: string;
  readonly tolerance: string;
  readonly acknowledged: boolean;
  readonly source_line: number;
  readonly source_column: number;
  readonly against_release: string | null;
  readonly against_date: string | null;
}

function toViolation(row: ViolationRow): RecordedViolation {
  const { identity, found, expected, difference, tolerance, acknowledged } = row;
  const { against_release: release, against_date: date } = row;
  return {
    release: row.release_slug,
    date: storedDay(row.vintage_date),
    key: row.series_key,
    period: storedPeriod(row.period),
    ...{ identity, found, expected, difference, tolerance, acknowledged },
    line: row.source_line,
    column: row.source_column,
    against: release === null || date === null ? null : { release, date: storedDay(date) },
  };
}
