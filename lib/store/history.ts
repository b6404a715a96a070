import type { Cell } from "#lib/series/observation";
import type { PeriodRange } from "#lib/series/reader";
import { cellFields, toCell, type CellRow } from "./cell-row.ts";
import type { Store } from "./store.ts";

/**
 * Every observation that any vintage made of a series, the withdrawn ones too, by period and then by the vintage that first
 * printed it. Empty for an unknown key.
 */
export async function readHistory(
  store: Store,
  key: string,
  { from, to }: PeriodRange = {},
): Promise<readonly Cell[]> {
  const rows = await store.prisma.$queryRaw<CellRow[]>`
    SELECT ${cellFields} FROM series s JOIN observation k ON k.series_id = s.id
    WHERE s.key = ${key} AND k.period >= ${from ?? "1"} AND k.period <= ${to ?? "3"}
    ORDER BY k.period, k.vintage_date`;
  return rows.map(toCell);
}
