import { periodDistance, frequencyOf, type Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import type { SourceCell } from "#lib/sources/source-cell";

/** An unbroken run of periods that one section of a vintage speaks about. */
export interface CoveredRun {
  readonly section: string;
  readonly first: Period;
  readonly last: Period;
}

/**
 * The periods that a vintage speaks about, section by section: those that any of its series has, in unbroken runs, oldest
 * first. A press release has two calendar years, two twelve-month sums a year apart, and four months: three sections, four
 * runs.
 */
export function coverageOf(series: readonly Series[], cells: Iterable<SourceCell>): CoveredRun[] {
  const sections = new Map(series.map(({ key, section }) => [key, section]));
  const periods = new Map<string, Set<Period>>();
  for (const { key, period } of cells) {
    const section = sections.get(key) ?? "";
    const own = periods.get(section);
    if (own) own.add(period);
    else periods.set(section, new Set([period]));
  }
  return [...periods]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([section, own]) =>
      runsOf([...own].sort()).map(([first, last]) => ({ section, first, last })),
    );
}

/** Periods in order, as the first and last of each unbroken run. Monthly ones never continue yearly ones. */
function runsOf(sorted: readonly Period[]): [Period, Period][] {
  const runs: [Period, Period][] = [];
  for (const period of sorted) {
    const run = runs.at(-1);
    if (run && frequencyOf(run[1]) === frequencyOf(period) && periodDistance(run[1], period) === 1)
      run[1] = period;
    else runs.push([period, period]);
  }
  return runs;
}
