import { Prisma } from "../../prisma/client/client.ts";
import { periodDistance, periodsBetween, type Period } from "#lib/series/period";
import type { CoveredRun } from "./coverage.ts";
import type { Transaction } from "./transaction.ts";
import type { VintageContent } from "./vintage-content.ts";

/**
 * A file cut at its newest or its oldest end may be whole in every other respect, and what is appended cannot be taken
 * back. So it is compared with the vintage before it by date. A growing table speaks about every period that the one before
 * spoke about; with `dropsOldest` it may begin later. A moving one, which always prints so many of the newest periods, ends
 * no earlier and is no shorter, section by section. Gives the reason to refuse, or null.
 */
export async function refuseUnlikelyCoverage(
  tx: Transaction,
  { release, date, extent = "growing" }: VintageContent,
  coverage: readonly CoveredRun[],
  dropsOldest: boolean,
): Promise<string | null> {
  const before = await tx.rows<{ date: string; section: string; first: Period; last: Period }>(
    Prisma.sql`
      SELECT vintage_date::text AS date, section, first_period AS first, last_period AS last FROM coverage
      WHERE release_slug = ${release.slug} AND vintage_date = (
        SELECT max(date) FROM vintage WHERE release_slug = ${release.slug} AND date < ${date}::date)
      ORDER BY section, first_period`,
  );
  const [any] = before;
  if (!any) return null;
  const fits =
    extent === "moving"
      ? before.every(({ section }) =>
          movesOn(inSection(before, section), inSection(coverage, section)),
        )
      : before.every((run) => speaksAbout(coverage, run, dropsOldest));
  if (fits) return null;
  const override =
    extent === "growing" && !dropsOldest
      ? ". If the publisher really dropped the oldest periods, say so with --drops-oldest"
      : "";
  return `its periods are ${describe(coverage)}, and those of the vintage before it (${any.date}) are ${describe(before)}: a truncated file would look like this. Fetch the file again, and check --released${override}`;
}

function inSection(runs: readonly CoveredRun[], section: string): CoveredRun[] {
  return runs.filter((run) => run.section === section);
}

function movesOn(before: readonly CoveredRun[], now: readonly CoveredRun[]): boolean {
  return endOf(now) >= endOf(before) && lengthOf(now) >= lengthOf(before);
}

function endOf(runs: readonly CoveredRun[]): string {
  return runs.at(-1)?.last ?? "";
}

function lengthOf(runs: readonly CoveredRun[]): number {
  return runs.reduce((sum, { first, last }) => sum + periodDistance(first, last) + 1, 0);
}

/** Whether every period of a run is covered; the oldest ones need not be when they may be dropped. */
function speaksAbout(
  coverage: readonly CoveredRun[],
  run: CoveredRun,
  dropsOldest: boolean,
): boolean {
  const own = inSection(coverage, run.section);
  const begins = own[0]?.first;
  if (begins === undefined) return false;
  return periodsBetween(run.first, run.last).every(
    (period) =>
      (dropsOldest && period < begins) ||
      own.some(({ first, last }) => first <= period && period <= last),
  );
}

/** "2020-01 to 2026-04", or section by section. */
function describe(runs: readonly CoveredRun[]): string {
  return runs
    .map(({ section, first, last }) => {
      const span = first === last ? first : `${first} to ${last}`;
      return section === "" ? span : `${section} ${span}`;
    })
    .join(", ");
}
