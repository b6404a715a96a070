import type { Cell, VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import { historiesAsOf, type Print } from "./data-history.ts";

/** What one vintage said of one observation, beside what was known before. */
export interface FigureChange {
  readonly period: Period;
  readonly now: Print;
  /** Null for an observation that no earlier vintage spoke of. */
  readonly before: Print | null;
}

/**
 * What each vintage changed of a series, from its whole history (by period, then by vintage); the newest period first. A vintage
 * that said nothing new is not in it.
 */
export function changesByVintage(
  history: readonly Cell[],
): ReadonlyMap<VintageDate, readonly FigureChange[]> {
  const changes = new Map<VintageDate, FigureChange[]>();
  const newest = history.reduce<VintageDate | null>(
    (last, { knownFrom }) => (last === null || knownFrom > last ? knownFrom : last),
    null,
  );
  if (newest === null) return changes;
  for (const { period, prints } of historiesAsOf(history, newest).toReversed()) {
    prints.forEach((now, index) => {
      const change = { period, now, before: prints[index - 1] ?? null };
      // The first vintage says hundreds of periods: what is known of it is not copied for each.
      const known = changes.get(now.vintage);
      if (known) known.push(change);
      else changes.set(now.vintage, [change]);
    });
  }
  return changes;
}

/** How many of the changes are observations nobody had spoken of, how many say something else, and how many take one back. */
export function countFigureChanges(changes: readonly FigureChange[]): {
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
} {
  const added = changes.filter(({ before }) => before === null).length;
  const withdrawn = changes.filter(({ now }) => now.status === "withdrawn").length;
  return { added, revised: changes.length - added - withdrawn, withdrawn };
}
