import type { Period } from "#lib/series/period";
import { storedPeriod } from "./cell-row.ts";
import type { Store } from "./store.ts";

/** The first and the last period for which any vintage gives a value. */
export interface SeriesSpan {
  readonly first: Period;
  readonly last: Period;
}

/** The spans of series by key. A key without a value is left out. */
export async function readSpans(
  store: Store,
  keys: readonly string[],
): Promise<ReadonlyMap<string, SeriesSpan>> {
  // Each end is the first row with a value that the primary key leads to.
  const rows = await store.prisma.$queryRaw<{ key: string; first: string; last: string }[]>`
    SELECT s.key, f.period AS first, l.period AS last
    FROM series s
    CROSS JOIN LATERAL (
      SELECT o.period FROM observation o WHERE o.series_id = s.id AND o.status = 'normal' ORDER BY o.period LIMIT 1
    ) f
    CROSS JOIN LATERAL (
      SELECT o.period FROM observation o WHERE o.series_id = s.id AND o.status = 'normal' ORDER BY o.period DESC LIMIT 1
    ) l
    WHERE s.key = ANY(${[...keys]}::text[])`;
  return new Map(
    rows.map(({ key, first, last }) => [
      key,
      { first: storedPeriod(first), last: storedPeriod(last) },
    ]),
  );
}
