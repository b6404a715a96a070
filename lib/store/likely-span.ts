import type { Transaction } from "./store.ts";
import type { VintageContent } from "./vintage-content.ts";

/**
 * A file cut at its newest or its oldest end may be whole in every other respect, and what is appended cannot be taken
 * back. So a vintage must reach as far, both ways, as the one before it by date. Gives the reason to refuse, or null.
 */
export async function refuseUnlikelySpan(
  tx: Transaction,
  { release, date, cells }: VintageContent,
): Promise<string | null> {
  const [before] = await tx.$queryRaw<{ date: string; first: string; last: string }[]>`
    SELECT date::text AS date, first_period AS first, last_period AS last FROM vintage
    WHERE release_slug = ${release.slug} AND date < ${date}::date ORDER BY date DESC LIMIT 1`;
  if (!before) return null;
  const found = spanOf(cells.map(({ period }) => period));
  if (found.last >= before.last && found.first <= before.first) return null;
  return `its periods are ${found.first} to ${found.last}, and those of the vintage before it (${before.date}) are ${before.first} to ${before.last}: a truncated file would look like this. Fetch the file again, and check --released`;
}

/** Periods of one release sort as text. */
function spanOf(periods: readonly string[]): { first: string; last: string } {
  const sorted = [...new Set(periods)].sort();
  return { first: sorted[0] ?? "", last: sorted.at(-1) ?? "" };
}
