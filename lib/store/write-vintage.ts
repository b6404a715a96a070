import { Prisma } from "../../prisma/client/client.ts";
import type { Violation } from "#lib/series/violation";
import type { CoveredRun } from "./coverage.ts";
import type { Transaction } from "./transaction.ts";
import type { VintageContent } from "./vintage-content.ts";

/** Whether this very vintage is held; else the reason why it cannot be, or null. */
export async function findHeld(
  tx: Transaction,
  { release, date, snapshot }: VintageContent,
): Promise<string | null> {
  const [same] = await tx.rows<{ release: string; date: string; sha256: string }>(Prisma.sql`
    SELECT release_slug AS release, date::text AS date, snapshot_sha256 AS sha256 FROM vintage
    WHERE (release_slug = ${release.slug} AND date = ${date}::date) OR snapshot_sha256 = ${snapshot.sha256}
    ORDER BY (snapshot_sha256 = ${snapshot.sha256}) DESC LIMIT 1`);
  if (!same) return null;
  if (same.sha256 !== snapshot.sha256) {
    return `the vintage of ${date} of ${release.slug} is already held, from another file (SHA-256 ${same.sha256}). A vintage is never replaced. If this file is of another day, give that day; if the one held was damaged, see “A damaged file was loaded” in CONTRIBUTING.md`;
  }
  if (same.date === date) return "unchanged";
  return `this file is already held as the vintage of ${same.date}. One file is one vintage; check --released`;
}

/** Writes the vintage itself: where it comes from, which periods it speaks about, what does not add up in it. */
export async function writeVintage(
  tx: Transaction,
  { release, date, snapshot, note }: VintageContent,
  {
    appended,
    coverage,
    violations,
  }: {
    readonly appended: number;
    readonly coverage: readonly CoveredRun[];
    readonly violations: readonly Violation[];
  },
): Promise<void> {
  await tx.run(Prisma.sql`
    INSERT INTO snapshot (sha256, release_slug, file_name, url, bytes, retrieved)
    VALUES (${snapshot.sha256}, ${release.slug}, ${snapshot.fileName}, ${snapshot.url}, ${snapshot.bytes}, ${snapshot.retrieved}::date)`);
  const periods = coverage.flatMap(({ first, last }) => [first, last]).sort();
  await tx.run(Prisma.sql`
    INSERT INTO vintage (release_slug, date, snapshot_sha256, note, first_period, last_period, appended)
    VALUES (${release.slug}, ${date}::date, ${snapshot.sha256}, ${note}, ${periods[0]}, ${periods.at(-1)}, ${appended})`);
  await tx.run(Prisma.sql`
    INSERT INTO coverage (release_slug, vintage_date, section, first_period, last_period)
    SELECT ${release.slug}, ${date}::date, t.section, t.first, t.last
    FROM jsonb_to_recordset(${JSON.stringify(coverage)}::jsonb) AS t (section text, first text, last text)`);
  if (violations.length === 0) return;
  await tx.run(Prisma.sql`
    INSERT INTO violation (release_slug, vintage_date, identity, series_key, period, found, expected, tolerance,
      acknowledged, source_line, source_column, against_release, against_date)
    SELECT ${release.slug}, ${date}::date, t->>'identity', t->>'key', t->>'period', (t->>'found')::decimal,
      (t->>'expected')::decimal, (t->>'tolerance')::decimal, (t->>'acknowledged')::boolean, (t->>'line')::int,
      (t->>'column')::int, t->'against'->>'release', (t->'against'->>'date')::date
    FROM jsonb_array_elements(${JSON.stringify(violations)}::jsonb) AS t`);
}
