import { monthPeriod, shiftPeriod } from "#lib/series/period";
import { exampleVintage } from "./example-vintage.ts";
import type { VintageContent } from "./vintage-content.ts";

const months = Array.from({ length: 240 }, (_, at) => shiftPeriod(monthPeriod(2005, 1), at));
const areas = Array.from({ length: 20 }, (_, at) => `area-${String(at).padStart(2, "0")}`);

/**
 * A vintage of some size for tests: 20 areas by 240 months, several pieces of COPY. The later one brings a month, revises
 * every seventh figure, leaves some out, and has a figure that does not add up.
 */
export function madeVintage(release: string, which: "first" | "later"): VintageContent {
  const later = which === "later";
  const printed = later ? months : months.slice(0, -1);
  const figures = areas.map((area, row) => {
    const cells = printed.flatMap((period, at): [string, string][] => {
      if (later && (row * 31 + at) % 97 === 13) return [];
      const revised = later && (row + at) % 7 === 0 ? 0.1 : 0;
      return [[period, (row * 1000 + at + revised).toFixed(1)]];
    });
    return [`${release}.holdings.${area}`, Object.fromEntries(cells)] as const;
  });
  const date = later ? "2026-02-18" : "2026-01-15";
  const vintage = exampleVintage(date, Object.fromEntries(figures), {
    release,
    bytes: `${release} ${which}`,
  });
  const [cell] = vintage.cells;
  if (!later || !cell) return vintage;
  const { key, period, line, column } = cell;
  const figure = { found: "0.0", expected: "0.5", difference: "-0.5", tolerance: "0.1" };
  const place = { key, period, line, column, acknowledged: false, against: null };
  return { ...vintage, violations: [{ identity: "one = another", ...place, ...figure }] };
}
