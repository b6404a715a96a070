import type { VintageDate } from "#lib/series/observation";
import { storedDay, storedPeriod } from "./cell-row.ts";
import type { CoveredRun } from "./coverage.ts";
import type { Store } from "./store.ts";

/** An unbroken run of periods, both ends included, that one vintage speaks about. */
export interface RunOfVintage extends CoveredRun {
  readonly date: VintageDate;
}

/** What the vintages of a release speak about, oldest vintage first, then by section and period. */
export async function listCoverage(
  store: Store,
  release: string,
): Promise<readonly RunOfVintage[]> {
  const rows = await store.prisma.$queryRaw<
    { date: string; section: string; first: string; last: string }[]
  >`
    SELECT vintage_date::text AS date, section, first_period AS first, last_period AS last
    FROM coverage WHERE release_slug = ${release} ORDER BY vintage_date, section, first_period`;
  return rows.map(({ date, section, first, last }) => ({
    date: storedDay(date),
    section,
    first: storedPeriod(first),
    last: storedPeriod(last),
  }));
}
