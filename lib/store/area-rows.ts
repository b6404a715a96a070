import { z } from "zod";
import { Prisma } from "../../prisma/client/client.ts";
import type { Area, AreaKind, Series } from "#lib/series/series";
import { toSeries } from "./series-rows.ts";
import type { Store } from "./store.ts";

const names = z.record(z.string(), z.string());

interface AreaRow {
  readonly slug: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: AreaKind;
  readonly region_slug: string | null;
  readonly iso: string | null;
  readonly names: unknown;
  readonly series: number;
}

/** Every area, and how many series speak of it; by name. */
export function listAreas(store: Store): Promise<readonly (Area & { readonly series: number })[]> {
  return readAreas(store, Prisma.sql`TRUE`);
}

/** The area of a slug, or null. */
export async function findArea(store: Store, slug: string): Promise<Area | null> {
  const [found] = await readAreas(store, Prisma.sql`a.slug = ${slug}`);
  if (!found) return null;
  const { series: _, ...area } = found;
  return area;
}

/** The series of one area, by key. Empty for an unknown slug. */
export async function listSeriesOfArea(store: Store, slug: string): Promise<readonly Series[]> {
  const rows = await store.prisma.series.findMany({
    where: { areaSlug: slug },
    orderBy: { key: "asc" },
  });
  return rows.map(toSeries);
}

async function readAreas(store: Store, condition: Prisma.Sql) {
  const rows = await store.prisma.$queryRaw<AreaRow[]>`
    SELECT a.slug, a.code, a.name, a.kind::text AS kind, a.region_slug, a.iso, a.names,
      (SELECT count(*)::int FROM series s WHERE s.area_slug = a.slug) AS series
    FROM area a WHERE ${condition} ORDER BY a.name COLLATE "C", a.slug`;
  return rows.map(({ region_slug: region, ...row }) => ({
    ...row,
    region,
    names: names.parse(row.names),
  }));
}
