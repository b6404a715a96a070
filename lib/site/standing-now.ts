import type { CheckedClaim } from "#lib/articles/check-claim";
import { readClaimAt, type Standing } from "#lib/articles/read-claim-at";
import type { SeriesReader } from "#lib/series/reader";
import { describeAll, vintagesOf } from "./receipt-cells.ts";

/** How a claim stands against the newest vintage held of what it reads, as its receipt says it. */
export async function standingNow(
  checked: Pick<CheckedClaim, "parts" | "cells" | "asOf" | "isPinned" | "verdict">,
  reader: SeriesReader,
): Promise<Standing> {
  const { cells, asOf, isPinned, verdict } = checked;
  if (isPinned) return verdict;
  const held = await vintagesOf(await describeAll(cells, reader), reader);
  const newest = [...held.values()]
    .flat()
    .reduce((last, { date }) => (date > last ? date : last), asOf);
  return newest === asOf ? verdict : (await readClaimAt(checked, reader, newest)).standing;
}
