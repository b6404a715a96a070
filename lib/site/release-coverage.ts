import { formatPeriod } from "#lib/series/format";
import { periodsBetween, type Period } from "#lib/series/period";
import type { CoveredRun } from "#lib/store/coverage";

/** The part of a file that tells its reach: its months, where it has sections of other lengths beside them. */
const leadingSections = ["", "month"] as const;

/** "January 2020 to April 2026": the first and last period of one vintage's runs; empty without any. */
export function coverageWords(runs: readonly CoveredRun[]): string {
  const section = leadingSections.find((name) => runs.some((run) => run.section === name));
  const own = runs.filter((run) => run.section === (section ?? runs[0]?.section));
  const [first, last] = [own[0]?.first, own.at(-1)?.last];
  if (first === undefined || last === undefined) return "";
  return first === last ? formatPeriod(first) : `${formatPeriod(first)} to ${formatPeriod(last)}`;
}

/** The periods that a vintage speaks about and the one before it did not, in the leading section, oldest first. */
export function newPeriods(runs: readonly CoveredRun[], before: readonly CoveredRun[]): Period[] {
  const section = leadingSections.find((name) => runs.some((run) => run.section === name));
  const known = new Set(periodsOf(before, section));
  return periodsOf(runs, section).filter((period) => !known.has(period));
}

function periodsOf(runs: readonly CoveredRun[], section: string | undefined): Period[] {
  return runs
    .filter((run) => run.section === section)
    .flatMap(({ first, last }) => periodsBetween(first, last));
}
