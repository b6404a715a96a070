import { formatPeriod } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import { evaluateAmount, evaluatePeriod } from "./evaluate-plain.ts";
import { headlineAmount } from "./headline-amount.ts";

/** The one figure of the newest vintage that a rule, and no editor, holds to be the most telling. Texts are ready to print. */
export interface NumberOfMonth {
  readonly key: string;
  /** "$206.0 billion" */
  readonly value: string;
  /** "net foreign purchases of U.S. stocks" */
  readonly label: string;
  readonly period: Period;
  /** "the highest since May 2025" */
  readonly standing: string;
  /** What gives the standing, in the language of expressions. */
  readonly expression: string;
  readonly asOf: VintageDate;
  /** How many series the rule chose among. */
  readonly among: number;
}

/** Flows only: a stock that grows is at a record in most months, and says little by it. */
const candidates: readonly { readonly key: string; readonly label: string }[] = [
  {
    key: "slt1.total.net.grand-total",
    label: "net foreign purchases of U.S. long-term securities",
  },
  {
    key: "slt1.treasuries.net.grand-total",
    label: "net foreign purchases of U.S. Treasury bonds and notes",
  },
  { key: "slt1.equities.net.grand-total", label: "net foreign purchases of U.S. stocks" },
  {
    key: "slt1.corporates.net.grand-total",
    label: "net foreign purchases of U.S. corporate bonds",
  },
  { key: "slt1.agencies.net.grand-total", label: "net foreign purchases of U.S. agency bonds" },
];

interface Standing {
  readonly key: string;
  readonly label: string;
  readonly period: Period;
  readonly side: "highest" | "lowest";
  readonly since: Period | "none";
}

/**
 * Of the series above, the one whose newest month is the highest or lowest for the longest time; of two equal, the first.
 * Null when no series has two months to compare.
 */
export async function numberOfMonth(
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<NumberOfMonth | null> {
  const standings = await Promise.all(
    candidates.flatMap((candidate) =>
      (["highest", "lowest"] as const).map((side) => standingOf(candidate, side, reader, asOf)),
    ),
  );
  const [best] = standings
    .filter((standing) => standing !== null)
    .toSorted((left, right) => reachOf(left).localeCompare(reachOf(right), "en"));
  if (best === undefined) return null;
  const { key, label, period, side, since } = best;
  const level = await evaluateAmount(`at(${key}, ${period})`, reader, asOf);
  if (level === null) return null;
  return {
    ...{ key, label, period, asOf },
    value: headlineAmount(level.amount, level.dimension),
    standing: `the ${side} ${since === "none" ? "on record" : `since ${formatPeriod(since)}`}`,
    expression: `${side}_since(${key}, ${period})`,
    among: candidates.length,
  };
}

async function standingOf(
  { key, label }: (typeof candidates)[number],
  side: Standing["side"],
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<Standing | null> {
  if ((await reader.describe(key)) === null) return null;
  const period = await evaluatePeriod(`latest(${key})`, reader, asOf);
  const first = await evaluatePeriod(`first(${key})`, reader, asOf);
  if (period === null || period === "none" || period === first) return null;
  const since = await evaluatePeriod(`${side}_since(${key}, ${period})`, reader, asOf);
  return since === null ? null : { key, label, period, side, since };
}

/** Sorts by how far back a standing reaches: a record before all dates. */
function reachOf({ since }: Standing): string {
  return since === "none" ? "" : since;
}
