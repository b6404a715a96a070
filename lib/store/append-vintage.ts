import type { SourceCell } from "#lib/sources/parsed-file";
import type { VintageDate } from "#lib/series/observation";
import type { Area, Series } from "#lib/series/series";
import type { Release, Snapshot } from "#lib/series/vintage";
import { Prisma } from "../../prisma/client/client.ts";
import type { Store } from "./store.ts";

/** Everything one vintage brings: a checked source file and where it came from. */
export interface VintageContent {
  readonly release: Release;
  readonly date: VintageDate;
  readonly snapshot: Snapshot;
  readonly note: string | null;
  readonly areas: readonly Area[];
  readonly series: readonly Series[];
  readonly cells: readonly SourceCell[];
}

/** What an append did. `appended` counts new, revised and withdrawn observations. */
export type AppendResult =
  | { readonly outcome: "appended"; readonly appended: number }
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "refused"; readonly reason: string };

type Transaction = Omit<Prisma.TransactionClient, "$transaction">;

/** Rows sent to the server in one statement: large enough to be quick, small enough to keep memory flat. */
const batchSize = 20_000;

/**
 * Appends a vintage: only the observations that are new, revised or withdrawn against the vintage before it. One
 * transaction under one lock, so it is seen whole or not at all and two loads cannot interleave. Loading the same
 * snapshot again changes nothing. A vintage older than one already held may come later: what the newer one did not say
 * because it had not changed is then said for it, so reads as of the newer date give what they gave before.
 */
export async function appendVintage(store: Store, content: VintageContent): Promise<AppendResult> {
  return store.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('tickmark.append'))`;
      const held = await findHeld(tx, content);
      if (held) return held;
      await writeCatalogue(tx, content);
      await stageCells(tx, content);
      const appended = await appendChanges(tx, content);
      await restateNext(tx, content);
      await writeVintage(tx, content, appended);
      return { outcome: "appended", appended };
    },
    { maxWait: 60_000, timeout: 600_000 },
  );
}

async function findHeld(tx: Transaction, content: VintageContent): Promise<AppendResult | null> {
  const { release, date, snapshot } = content;
  const [same] = await tx.$queryRaw<{ date: string; sha256: string }[]>`
    SELECT date::text AS date, snapshot_sha256 AS sha256 FROM vintage
    WHERE (release_slug = ${release.slug} AND date = ${date}::date) OR snapshot_sha256 = ${snapshot.sha256}
    ORDER BY (snapshot_sha256 = ${snapshot.sha256}) DESC LIMIT 1`;
  if (!same) return null;
  if (same.sha256 !== snapshot.sha256) {
    return {
      outcome: "refused",
      reason: `the vintage of ${date} of ${release.slug} is already held, from another file (SHA-256 ${same.sha256}). A vintage is never replaced; give this file the date on which it was published`,
    };
  }
  if (same.date === date) return { outcome: "unchanged" };
  return {
    outcome: "refused",
    reason: `this file is already held as the vintage of ${same.date}. One file is one vintage; check --released`,
  };
}

async function writeCatalogue(tx: Transaction, content: VintageContent): Promise<void> {
  const { release, snapshot } = content;
  await tx.release.upsert({ where: { slug: release.slug }, create: release, update: release });
  await tx.$executeRaw`
    INSERT INTO snapshot (sha256, release_slug, file_name, url, bytes, retrieved)
    VALUES (${snapshot.sha256}, ${release.slug}, ${snapshot.fileName}, ${snapshot.url}, ${snapshot.bytes}, ${snapshot.retrieved}::date)
    ON CONFLICT (sha256) DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO area (slug, code, name, kind)
    SELECT slug, code, name, kind::area_kind
    FROM jsonb_to_recordset(${JSON.stringify(content.areas)}::jsonb) AS t (slug text, code text, name text, kind text)
    ON CONFLICT (slug) DO UPDATE SET code = EXCLUDED.code, name = EXCLUDED.name, kind = EXCLUDED.kind`;
  await tx.$executeRaw`
    INSERT INTO series (key, release_slug, securities, measure, area_slug, title, kind, unit, multiplier, frequency,
      sign_convention, source_file, source_field, source_row, source_code, names, fred_id)
    SELECT t->>'key', t->>'release', t->>'securities', t->>'measure', t->>'area', t->>'title',
      (t->>'kind')::series_kind, t->>'unit', (t->>'multiplier')::smallint, (t->>'frequency')::frequency,
      t->>'signConvention', t->'source'->>'file', t->'source'->>'field', t->'source'->>'row', t->'source'->>'code',
      ARRAY(SELECT jsonb_array_elements_text(t->'names')), t->>'fredId'
    FROM jsonb_array_elements(${JSON.stringify(content.series)}::jsonb) AS t
    ON CONFLICT (key) DO UPDATE SET title = EXCLUDED.title, sign_convention = EXCLUDED.sign_convention,
      names = EXCLUDED.names, fred_id = EXCLUDED.fred_id`;
}

async function stageCells(tx: Transaction, { cells }: VintageContent): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE staged (
      series_id integer, period text COLLATE "C", value decimal, status observation_status, line integer, col integer,
      PRIMARY KEY (series_id, period)
    ) ON COMMIT DROP`;
  for (let start = 0; start < cells.length; start += batchSize) {
    const batch = cells.slice(start, start + batchSize);
    await tx.$executeRaw`
      INSERT INTO staged
      SELECT s.id, t.period, t.value::decimal, t.status::observation_status, t.line, t.col
      FROM unnest(
        ${batch.map((cell) => cell.key)}::text[], ${batch.map((cell) => cell.period)}::text[],
        ${batch.map((cell) => cell.value)}::text[], ${batch.map((cell) => cell.status)}::text[],
        ${batch.map((cell) => cell.line)}::int[], ${batch.map((cell) => cell.column)}::int[]
      ) AS t (key, period, value, status, line, col)
      JOIN series s ON s.key = t.key`;
  }
  const [staged] = await tx.$queryRaw<{ rows: number }[]>`SELECT count(*)::int AS rows FROM staged`;
  if (staged?.rows !== cells.length) {
    throw new Error(
      `Staged ${staged?.rows} of ${cells.length} cells: some name a series that was not declared`,
    );
  }
  await tx.$executeRaw`ANALYZE staged`;
}

/** The observations of the release as known on a day; `strict` leaves the day itself out. */
function knownOn(release: string, date: string, strict: boolean): Prisma.Sql {
  const until = strict
    ? Prisma.sql`o.vintage_date < ${date}::date`
    : Prisma.sql`o.vintage_date <= ${date}::date`;
  return Prisma.sql`
    SELECT DISTINCT ON (o.series_id, o.period) o.series_id, o.period, o.value, o.status
    FROM observation o JOIN series s ON s.id = o.series_id
    WHERE s.release_slug = ${release} AND ${until}
    ORDER BY o.series_id, o.period, o.vintage_date DESC`;
}

async function appendChanges(tx: Transaction, { release, date }: VintageContent): Promise<number> {
  const changed = await tx.$executeRaw`
    INSERT INTO observation (series_id, period, vintage_date, value, status, source_line, source_column)
    SELECT n.series_id, n.period, ${date}::date, n.value, n.status, n.line, n.col
    FROM staged n LEFT JOIN (${knownOn(release.slug, date, true)}) k USING (series_id, period)
    WHERE k.series_id IS NULL OR (k.value, k.status) IS DISTINCT FROM (n.value, n.status)`;
  const withdrawn = await tx.$executeRaw`
    INSERT INTO observation (series_id, period, vintage_date, value, status)
    SELECT k.series_id, k.period, ${date}::date, NULL, 'withdrawn'
    FROM (${knownOn(release.slug, date, true)}) k LEFT JOIN staged n USING (series_id, period)
    WHERE n.series_id IS NULL AND k.status <> 'withdrawn'
      AND k.period BETWEEN (SELECT min(period) FROM staged) AND (SELECT max(period) FROM staged)`;
  return changed + withdrawn;
}

async function restateNext(tx: Transaction, { release, date }: VintageContent): Promise<void> {
  const [next] = await tx.$queryRaw<{ date: string }[]>`
    SELECT date::text AS date FROM vintage WHERE release_slug = ${release.slug} AND date > ${date}::date
    ORDER BY date LIMIT 1`;
  if (!next) return;
  await tx.$executeRaw`
    INSERT INTO observation (series_id, period, vintage_date, value, status)
    SELECT o.series_id, o.period, ${next.date}::date, k.value, COALESCE(k.status, 'withdrawn')
    FROM observation o JOIN series s ON s.id = o.series_id
      LEFT JOIN (${knownOn(release.slug, date, true)}) k USING (series_id, period)
    WHERE s.release_slug = ${release.slug} AND o.vintage_date = ${date}::date
      AND NOT EXISTS (SELECT FROM observation later WHERE later.series_id = o.series_id
        AND later.period = o.period AND later.vintage_date = ${next.date}::date)`;
}

async function writeVintage(
  tx: Transaction,
  content: VintageContent,
  appended: number,
): Promise<void> {
  const { release, date, snapshot, note } = content;
  await tx.$executeRaw`
    INSERT INTO vintage (release_slug, date, snapshot_sha256, note, first_period, last_period, appended)
    SELECT ${release.slug}, ${date}::date, ${snapshot.sha256}, ${note}, min(period), max(period), ${appended}::int FROM staged`;
}
