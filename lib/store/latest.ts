import type { Cell, VintageDate } from "#lib/series/observation";
import { cellFields, toCell, type CellRow } from "./cell-row.ts";
import type { Store } from "./store.ts";

/** The newest figure of a series, and the one before it. */
export interface LatestCells {
  readonly latest: Cell;
  /** The last period before it that has a value, or null. */
  readonly before: Cell | null;
}

/** The last two cells with a value of each key, as known on a day. A key without one is left out. */
export async function readLatest(
  store: Store,
  keys: readonly string[],
  asOf: VintageDate,
): Promise<ReadonlyMap<string, LatestCells>> {
  // The inner query walks the primary key backwards and stops at the second figure.
  const rows = await store.prisma.$queryRaw<CellRow[]>`
    SELECT ${cellFields}
    FROM series s CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT DISTINCT ON (o.period) o.period, o.value, o.status, o.vintage_date, o.source_line, o.source_column
        FROM observation o
        WHERE o.series_id = s.id AND o.vintage_date <= ${asOf}::date
        ORDER BY o.period DESC, o.vintage_date DESC
      ) known
      WHERE known.status = 'normal' LIMIT 2
    ) k
    WHERE s.key = ANY(${[...keys]}::text[])
    ORDER BY s.key, k.period DESC`;
  const found = new Map<string, LatestCells>();
  for (const row of rows) {
    const newer = found.get(row.key);
    if (newer) found.set(row.key, { latest: newer.latest, before: toCell(row) });
    else found.set(row.key, { latest: toCell(row), before: null });
  }
  return found;
}
