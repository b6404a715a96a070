import type { Transaction } from "./store.ts";
import type { VintageContent } from "./vintage-content.ts";

/** Rows sent to the server in one statement: large enough to be quick, small enough to keep memory flat. */
const batchSize = 20_000;

/**
 * Puts the vintage into the transaction: what editors say of its release, areas and series, and its cells in the
 * temporary table `staged`. Throws when a cell names a series that was not declared.
 */
export async function stageVintage(tx: Transaction, content: VintageContent): Promise<void> {
  await writeCatalogue(tx, content);
  await stageCells(tx, content);
}

async function writeCatalogue(tx: Transaction, content: VintageContent): Promise<void> {
  const { release, snapshot } = content;
  await tx.release.upsert({ where: { slug: release.slug }, create: release, update: release });
  await tx.$executeRaw`
    INSERT INTO snapshot (sha256, release_slug, file_name, url, bytes, retrieved)
    VALUES (${snapshot.sha256}, ${release.slug}, ${snapshot.fileName}, ${snapshot.url}, ${snapshot.bytes}, ${snapshot.retrieved}::date)
    ON CONFLICT (sha256) DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO area (slug, code, name, kind, region_slug, iso, names)
    SELECT slug, code, name, kind::area_kind, region, iso, names
    FROM jsonb_to_recordset(${JSON.stringify(content.areas)}::jsonb)
      AS t (slug text, code text, name text, kind text, region text, iso text, names jsonb)
    ON CONFLICT (slug) DO UPDATE SET code = EXCLUDED.code, name = EXCLUDED.name, kind = EXCLUDED.kind,
      region_slug = EXCLUDED.region_slug, iso = EXCLUDED.iso, names = EXCLUDED.names`;
  await tx.$executeRaw`
    INSERT INTO series (key, release_slug, securities, measure, area_slug, title, kind, unit, multiplier, frequency,
      sign_convention, source_file, source_field, source_row, source_code, names, fred_id, window_months, section, breaks, notes)
    SELECT t->>'key', t->>'release', t->>'securities', t->>'measure', t->>'area', t->>'title',
      (t->>'kind')::series_kind, t->>'unit', (t->>'multiplier')::smallint, (t->>'frequency')::frequency,
      t->>'signConvention', t->'source'->>'file', t->'source'->>'field', t->'source'->>'row', t->'source'->>'code',
      ARRAY(SELECT jsonb_array_elements_text(t->'names')), t->>'fredId', (t->>'window')::smallint, t->>'section',
      t->'breaks', ARRAY(SELECT jsonb_array_elements_text(t->'notes'))
    FROM jsonb_array_elements(${JSON.stringify(content.series)}::jsonb) AS t
    ON CONFLICT (key) DO UPDATE SET title = EXCLUDED.title, sign_convention = EXCLUDED.sign_convention,
      names = EXCLUDED.names, fred_id = EXCLUDED.fred_id, breaks = EXCLUDED.breaks, notes = EXCLUDED.notes`;
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
