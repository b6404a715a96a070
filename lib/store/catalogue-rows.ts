import { Prisma } from "../../prisma/client/client.ts";
import type { Catalogue } from "#lib/sources/catalogue";
import { seriesOf } from "#lib/sources/series-of";
import type { Area, Series } from "#lib/series/series";
import type { Release } from "#lib/series/vintage";
import { takeAppendLock } from "./append-lock.ts";
import { releaseOf } from "./release-of.ts";
import { searchTextOf, searchWordsOf } from "./search-text.ts";
import type { Store } from "./store.ts";
import { inTransaction, type Transaction } from "./transaction.ts";

/** What editors say of a release, and of the areas and series that one of its vintages has. */
export interface Described {
  readonly release: Release;
  readonly areas: readonly Area[];
  readonly series: readonly Series[];
}

/** Writes what editors say now; of what is held already, only what they changed. Never what a key stands for. */
export async function writeCatalogue(
  tx: Transaction,
  { release, areas, series }: Described,
): Promise<void> {
  await tx.run(Prisma.sql`
    INSERT INTO release (slug, title, publisher, url, licence)
    VALUES (${release.slug}, ${release.title}, ${release.publisher}, ${release.url}, ${release.licence})
    ON CONFLICT (slug) DO UPDATE SET title = EXCLUDED.title, publisher = EXCLUDED.publisher, url = EXCLUDED.url,
      licence = EXCLUDED.licence
    WHERE (release.title, release.publisher, release.url, release.licence) IS DISTINCT FROM
      (EXCLUDED.title, EXCLUDED.publisher, EXCLUDED.url, EXCLUDED.licence)`);
  await tx.run(Prisma.sql`
    INSERT INTO area (slug, code, name, kind, region_slug, iso, names)
    SELECT * FROM (${describedAreas(areas)}) described
    ON CONFLICT (slug) DO UPDATE SET code = EXCLUDED.code, name = EXCLUDED.name, kind = EXCLUDED.kind,
      region_slug = EXCLUDED.region_slug, iso = EXCLUDED.iso, names = EXCLUDED.names
    WHERE (area.code, area.name, area.kind, area.region_slug, area.iso, area.names) IS DISTINCT FROM
      (EXCLUDED.code, EXCLUDED.name, EXCLUDED.kind, EXCLUDED.region_slug, EXCLUDED.iso, EXCLUDED.names)`);
  await tx.run(Prisma.sql`
    INSERT INTO series (key, release_slug, securities, measure, area_slug, title, kind, unit, multiplier, frequency,
      sign_convention, source_file, source_field, source_row, source_code, names, fred_id, window_months, section, breaks, notes, search_text)
    SELECT * FROM (${describedSeries({ release, areas, series })}) described
    ON CONFLICT (key) DO UPDATE SET title = EXCLUDED.title, sign_convention = EXCLUDED.sign_convention,
      names = EXCLUDED.names, fred_id = EXCLUDED.fred_id, breaks = EXCLUDED.breaks, notes = EXCLUDED.notes,
      source_file = EXCLUDED.source_file, source_field = EXCLUDED.source_field, source_row = EXCLUDED.source_row,
      source_code = EXCLUDED.source_code, search_text = EXCLUDED.search_text
    WHERE (series.title, series.sign_convention, series.names, series.fred_id, series.breaks, series.notes,
        series.source_file, series.source_field, series.source_row, series.source_code, series.search_text) IS DISTINCT FROM
      (EXCLUDED.title, EXCLUDED.sign_convention, EXCLUDED.names, EXCLUDED.fred_id, EXCLUDED.breaks, EXCLUDED.notes,
        EXCLUDED.source_file, EXCLUDED.source_field, EXCLUDED.source_row, EXCLUDED.source_code, EXCLUDED.search_text)`);
  await tx.run(Prisma.sql`
    INSERT INTO search_word (word) SELECT unnest(${searchWordsOf(series, areas, release)}::text[]) ON CONFLICT DO NOTHING`);
}

/**
 * Brings what the store says of its releases, areas and series up to the catalogue, when no vintage is loaded that would:
 * editors mend titles, names, breaks and notes between releases. Only what is held is touched.
 */
export async function refreshCatalogue(store: Store, catalogue: Catalogue): Promise<void> {
  // Over the bare driver, as everything that loads: Prisma's query engine would take 70 MB for these lists.
  const { rows: held } = await store.pool.query<{ release: string; keys: string[] }>(
    `SELECT r.slug AS release, ARRAY(SELECT key FROM series s WHERE s.release_slug = r.slug ORDER BY key) AS keys
     FROM release r ORDER BY r.slug`,
  );
  const { rows: areas } = await store.pool.query<{ slug: string }>("SELECT slug FROM area");
  const heldAreas = new Set(areas.map(({ slug }) => slug));
  for (const { release, keys } of held) {
    if (!catalogue.releases.some(({ slug }) => slug === release)) continue;
    const known = seriesOf(catalogue, release);
    const described = {
      release: releaseOf(catalogue, release),
      areas: catalogue.areas.filter(({ slug }) => heldAreas.has(slug)),
      series: keys.flatMap((key) => known.get(key) ?? []),
    };
    // Under the lock of loads: two that write the same areas in another order would wait for each other.
    await inTransaction(store, async (tx) => {
      await takeAppendLock(tx);
      await writeCatalogue(tx, described);
    });
  }
}

function describedAreas(areas: readonly Area[]): Prisma.Sql {
  return Prisma.sql`
    SELECT slug, code, name, kind::area_kind AS kind, region, iso, names
    FROM jsonb_to_recordset(${JSON.stringify(areas)}::jsonb)
      AS t (slug text, code text, name text, kind text, region text, iso char(2), names jsonb)`;
}

function describedSeries({ release, areas, series }: Described): Prisma.Sql {
  const bySlug = new Map(areas.map((area) => [area.slug, area]));
  const rows = series.map((one) => ({
    ...one,
    searchText: searchTextOf(one, bySlug.get(one.area), release),
  }));
  return Prisma.sql`
    SELECT t->>'key', t->>'release', t->>'securities', t->>'measure', t->>'area', t->>'title',
      (t->>'kind')::series_kind, t->>'unit', (t->>'multiplier')::smallint, (t->>'frequency')::frequency,
      t->>'signConvention', t->'source'->>'file', t->'source'->>'field', t->'source'->>'row', t->'source'->>'code',
      ARRAY(SELECT jsonb_array_elements_text(t->'names')), t->>'fredId', (t->>'window')::smallint, t->>'section',
      t->'breaks', ARRAY(SELECT jsonb_array_elements_text(t->'notes')), t->>'searchText'
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS t`;
}
