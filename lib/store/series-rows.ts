import { z } from "zod";
import type { Series as SeriesRow } from "../../prisma/client/client.ts";
import { isPeriod, type Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import type { Store } from "./store.ts";

export const multiplier = z.union([
  z.literal(0),
  z.literal(3),
  z.literal(6),
  z.literal(9),
  z.literal(12),
]);
export const unit = z.literal("USD");
const window = z.union([z.literal(1), z.literal(12)]);
const period = z.custom<Period>((value) => typeof value === "string" && isPeriod(value));
const breaks = z.array(z.strictObject({ period, text: z.string() }));

/** The series of a key, or null. */
export async function findSeries(store: Store, key: string): Promise<Series | null> {
  const row = await store.prisma.series.findUnique({ where: { key } });
  return row && toSeries(row);
}

/** Series of the same release, class and measure whose areas are countries. */
export async function findPeers(store: Store, key: string): Promise<Series[]> {
  const self = await store.prisma.series.findUnique({ where: { key } });
  if (!self) return [];
  const { releaseSlug, securities, measure } = self;
  const rows = await store.prisma.series.findMany({
    where: { releaseSlug, securities, measure, area: { kind: "country" } },
    orderBy: { key: "asc" },
  });
  return rows.map(toSeries);
}

/** All keys, in order. */
export async function listKeys(store: Store): Promise<string[]> {
  const rows = await store.prisma.series.findMany({
    select: { key: true },
    orderBy: { key: "asc" },
  });
  return rows.map((row) => row.key);
}

/** All series, by key. */
export async function listSeries(store: Store): Promise<Series[]> {
  const rows = await store.prisma.series.findMany({ orderBy: { key: "asc" } });
  return rows.map(toSeries);
}

/** The noun of a row. Throws for a row that the store should have refused. */
export function toSeries(row: SeriesRow): Series {
  return {
    key: row.key,
    release: row.releaseSlug,
    securities: row.securities,
    measure: row.measure,
    area: row.areaSlug,
    title: row.title,
    kind: row.kind,
    unit: unit.parse(row.unit),
    multiplier: multiplier.parse(row.multiplier),
    frequency: row.frequency,
    signConvention: row.signConvention,
    source: {
      file: row.sourceFile,
      field: row.sourceField,
      row: row.sourceRow,
      code: row.sourceCode,
    },
    names: row.names,
    fredId: row.fredId,
    window: window.parse(row.windowMonths),
    section: row.section,
    breaks: breaks.parse(row.breaks),
    notes: row.notes,
  };
}
