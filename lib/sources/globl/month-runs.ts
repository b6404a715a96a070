import { z } from "zod";
import { isPeriod, periodsBetween, type Period } from "#lib/series/period";

/** Months without a gap, both ends included; null when they go on to the newest month of the file. */
export interface MonthRun {
  readonly from: Period;
  readonly to: Period | null;
}

/**
 * Which months an area has lines for, as editors write it: "1977-06, 1978-01..1978-03, 1981-11..". Runs are in order and do
 * not touch; only the last may be open.
 */
export const monthRuns = z.string().transform((text, context): readonly MonthRun[] => {
  const runs = text.split(", ").map(readRun);
  const wrong = runs.findIndex((run, at) => {
    const before = runs[at - 1];
    if (run === null || (run.to !== null && run.to < run.from)) return true;
    return before ? before.to === null || before.to >= run.from : false;
  });
  if (wrong < 0) return runs.flatMap((run) => run ?? []);
  const message = `expected months in order such as "1977-06, 1981-11..", found "${text.split(", ")[wrong]}"`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** Every month of the runs, the newest first; an open run ends with `newest`, and nothing is later than that. */
export function monthsOfRuns(runs: readonly MonthRun[], newest: Period): readonly Period[] {
  const months = runs.flatMap(({ from, to }) => periodsBetween(from, to ?? newest));
  return months.filter((month) => month <= newest).reverse();
}

function readRun(text: string): MonthRun | null {
  const found = /^(\d{4}-\d{2})(\.\.(\d{4}-\d{2})?)?$/.exec(text);
  if (!found) return null;
  const [, from = "", open, to] = found;
  const last = open === undefined ? from : (to ?? null);
  if (!isPeriod(from) || (last !== null && !isPeriod(last))) return null;
  return { from, to: last };
}
