import type { VintageDate } from "#lib/series/observation";
import type { Vintage } from "#lib/series/vintage";

/** The days of the vintages held of some releases (of all when none is named), oldest first; not after `until` when it is given. */
export type HeldDays = (releases: readonly string[], until?: VintageDate) => readonly VintageDate[];

/** Those of a list of vintages. */
export function heldDays(held: readonly Vintage[]): HeldDays {
  return (releases, until) => {
    const days = held
      .filter(({ release }) => releases.length === 0 || releases.includes(release))
      .map(({ date }) => date);
    return [...new Set(days)].filter((day) => until === undefined || day <= until).sort();
  };
}
