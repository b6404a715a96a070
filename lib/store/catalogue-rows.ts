import { Prisma } from "../../prisma/client/client.ts";
import type { Catalogue } from "#lib/sources/catalogue";
import { seriesOf } from "#lib/sources/series-of";
import type { Area, Series } from "#lib/series/series";
import type { Release } from "#lib/series/vintage";
import { releaseOf } from "./release-of.ts";
import type { Store, Transaction } from "./store.ts";

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
  await tx.release.upsert({ where: { slug: release.slug }, create: release, update: release });
  await tx.$executeRaw`
    INSERT INTO area (slug, code, name, kind, region_slug, iso, names)
    SELECT * FROM (${describedAreas(areas)}) described
    ON CONFLICT (slug) DO UPDATE SET code = EXCLUDED.code, name = EXCLUDED.name, kind = EXCLUDED.kind,
      region_slug = EXCLUDED.region_slug, iso = EXCLUDED.iso, names = EXCLUDED.names
    WHERE (area.code, area.name, area.kind, area.region_slug, area.iso, area.names) IS DISTINCT FROM
      (EXCLUDED.code, EXCLUDED.name, EXCLUDED.kind, EXCLUDED.region_slug, EXCLUDED.iso, EXCLUDED.names)`;
  await tx.$executeRaw`
    INSERT INTO series (key, release_slug, securities, measure, area_slug, title, kind, unit, multiplier, frequency,
      sign_convention, source_file, source_field, source_row, source_code, names, fred_id, window_months, section, breaks, notes)
    SELECT * FROM (${describedSeries(series)}) described
    ON CONFLICT (key) DO UPDATE SET title = EXCLUDED.title, sign_convention = EXCLUDED.sign_convention,
      names = EXCLUDED.names, fred_id = EXCLUDED.fred_id, breaks = EXCLUDED.breaks, notes = EXCLUDED.notes,
      source_file = EXCLUDED.source_file, source_field = EXCLUDED.source_field, source_row = EXCLUDED.source_row,
      source_code = EXCLUDED.source_code
    WHERE (series.title, series.sign_convention, series.names, series.fred_id, series.breaks, series.notes,
        series.source_file, series.source_field, series.source_row, series.source_code) IS DISTINCT FROM
      (EXCLUDED.title, EXCLUDED.sign_convention, EXCLUDED.names, EXCLUDED.fred_id, EXCLUDED.breaks, EXCLUDED.notes,
        EXCLUDED.source_file, EXCLUDED.source_field, EXCLUDED.source_row, EXCLUDED.source_code)`;
  await writeSearchText(tx, release.slug);
}

/**
 * Brings what the store says of its releases, areas and series up to the catalogue, when no vintage is loaded that would:
 * editors mend titles, names, breaks and notes between releases. Only what is held is touched.
 */
export async function refreshCatalogue(store: Store, catalogue: Catalogue): Promise<void> {
  const held = await store.prisma.release.findMany({ select: { slug: true } });
  const heldAreas = await store.prisma.area.findMany({ select: { slug: true } });
  const areaSlugs = new Set(heldAreas.map(({ slug }) => slug));
  for (const { slug } of held) {
    if (!catalogue.releases.some((release) => release.slug === slug)) continue;
    const rows = await store.prisma.series.findMany({
      where: { releaseSlug: slug },
      select: { key: true },
    });
    const known = seriesOf(catalogue, slug);
    const described = {
      release: releaseOf(catalogue, slug),
      areas: catalogue.areas.filter((area) => areaSlugs.has(area.slug)),
      series: rows.flatMap(({ key }) => known.get(key) ?? []),
    };
    await store.prisma.$transaction((tx) => writeCatalogue(tx, described), { timeout: 60_000 });
  }
}

function describedAreas(areas: readonly Area[]): Prisma.Sql {
  return Prisma.sql`
    SELECT slug, code, name, kind::area_kind AS kind, region, iso, names
    FROM jsonb_to_recordset(${JSON.stringify(areas)}::jsonb)
      AS t (slug text, code text, name text, kind text, region text, iso char(2), names jsonb)`;
}

function describedSeries(series: readonly Series[]): Prisma.Sql {
  return Prisma.sql`
    SELECT t->>'key', t->>'release', t->>'securities', t->>'measure', t->>'area', t->>'title',
      (t->>'kind')::series_kind, t->>'unit', (t->>'multiplier')::smallint, (t->>'frequency')::frequency,
      t->>'signConvention', t->'source'->>'file', t->'source'->>'field', t->'source'->>'row', t->'source'->>'code',
      ARRAY(SELECT jsonb_array_elements_text(t->'names')), t->>'fredId', (t->>'window')::smallint, t->>'section',
      t->'breaks', ARRAY(SELECT jsonb_array_elements_text(t->'notes'))
    FROM jsonb_array_elements(${JSON.stringify(series)}::jsonb) AS t`;
}

/**
 * What a reader may type to find a series: its title and names, its area under every name that any file prints, the parts
 * of its key, its codes.
 */
async function writeSearchText(tx: Transaction, release: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE series SET search_text = made.text
    FROM (
      SELECT s.id, concat_ws(' ', s.title, array_to_string(s.names, ' '), a.name,
        (SELECT string_agg(DISTINCT n.value, ' ' ORDER BY n.value) FROM jsonb_each_text(a.names) n WHERE n.value <> a.name),
        r.title, translate(s.key, '.-', '  '), s.fred_id, s.source_code, s.source_field, a.iso) AS text
      FROM series s JOIN area a ON a.slug = s.area_slug JOIN release r ON r.slug = s.release_slug
      WHERE s.release_slug = ${release}
    ) made
    WHERE made.id = series.id AND made.text <> series.search_text`;
}
