import { writeCatalogue } from "./catalogue-rows.ts";
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
  await writeSnapshot(tx, content);
  await stageCells(tx, content);
}

async function writeSnapshot(
  tx: Transaction,
  { release, snapshot }: VintageContent,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO snapshot (sha256, release_slug, file_name, url, bytes, retrieved)
    VALUES (${snapshot.sha256}, ${release.slug}, ${snapshot.fileName}, ${snapshot.url}, ${snapshot.bytes}, ${snapshot.retrieved}::date)
    ON CONFLICT (sha256) DO NOTHING`;
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
