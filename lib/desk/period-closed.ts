import type { Sentence } from "#lib/articles/mark";
import type { CheckedClaim } from "#lib/articles/check-claim";
import { isSupported } from "#lib/claims/judgement";
import { keysIn } from "#lib/expressions/catalogue";
import { nodesOf } from "#lib/expressions/tree";
import { Decimal } from "#lib/series/decimal";
import { formatPeriod, formatPublished } from "#lib/series/format";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";

/** Words by which a sentence says that it goes up to what is known. Those of a record are left to the expression that tells it. */
const openWords =
  /\b(?:so far|to date|up to now|until now|latest|newest|most recent(?:ly)?|currently|this (?:month|quarter|year))\b/iu;

/** A series whose record goes on: the last periods with a value in two vintages. */
interface Continued {
  readonly key: string;
  readonly newest: Period;
  /** Later periods, oldest first. */
  readonly brought: readonly Cell[];
}

/**
 * Why a sentence that is still true may be stale, or null. It is when a series it reads has a later period in `to` than it had
 * in `written` (the vintage that the article was written at), and the sentence is open at that end: it rests on the newest
 * period there was then, it tells a record ("lowest since", "second-highest on record"), or it says so in words ("so far").
 * `cells` are those of the vintage written at, `parts` are judged at `to`: whether a record stands is what they say.
 */
export async function whyClosed(
  { claim, parts, cells }: Pick<CheckedClaim, "claim" | "parts" | "cells">,
  reader: SeriesReader,
  written: VintageDate,
  to: VintageDate,
): Promise<string | null> {
  if (to <= written) return null;
  const keys = [...new Set(parts.flatMap(({ tree }) => keysIn(tree).map(({ key }) => key)))];
  const found = await Promise.all(keys.map((key) => findContinued(key, reader, written, to)));
  const continued = found.flatMap((one) => one ?? []);
  if (continued.length === 0) return null;
  const atNewest = continued.find(({ key, newest }) =>
    cells.some((cell) => cell.key === key && cell.period === newest),
  );
  if (atNewest) {
    return `It rests on ${formatPeriod(atNewest.newest)}, the newest period there was; ${bring(atNewest)}`;
  }
  const record = findRecord(parts, continued);
  if (record) return [`It tells a record; ${bring(record.of)}`, ...record.stands].join(". ");
  const [first] = continued;
  const said = openWords.exec(textOf(claim.sentence))?.[0];
  return first && said !== undefined ? `It says “${said}”; ${bring(first)}` : null;
}

async function findContinued(
  key: string,
  reader: SeriesReader,
  written: VintageDate,
  to: VintageDate,
): Promise<Continued | null> {
  const [then, now] = await Promise.all(
    [written, to].map(async (day) => (await reader.read([key], day)).get(key) ?? []),
  );
  const newest = then?.findLast(({ value }) => value !== null)?.period;
  if (newest === undefined) return null;
  const brought = (now ?? []).filter(({ period, value }) => value !== null && period > newest);
  return brought.length === 0 ? null : { key, newest, brought };
}

function bring({ brought }: Continued): string {
  const periods = [brought[0], brought.at(-1)].flatMap((cell) => cell?.period ?? []);
  const [from = "", to = ""] = periods.map(formatPeriod);
  return `this vintage brings ${from === to ? from : `${from} to ${to}`}`;
}

/** The first record in the expressions, and whether what came later leaves it standing. */
function findRecord(
  parts: CheckedClaim["parts"],
  continued: readonly Continued[],
): { of: Continued; stands: readonly string[] } | null {
  for (const { tree, judgement } of parts) {
    for (const node of nodesOf(tree)) {
      if (node.kind !== "record" && node.kind !== "recordRank") continue;
      const of = continued.find(({ key }) => keysIn(node).some((one) => one.key === key));
      if (of === undefined) continue;
      const isLow = node.kind === "record" ? node.name === "lowest_since" : node.from === "lowest";
      const isPlain = node.key.kind === "key";
      return { of, stands: isPlain ? beyond(of, judgement, isLow) : [] };
    }
  }
  return null;
}

/** "None of it is lower." Said of the value at the last period that the record was told of. */
function beyond(
  { key, brought }: Continued,
  judgement: CheckedClaim["parts"][number]["judgement"],
  isLow: boolean,
): string[] {
  const { cells } = judgement.evaluation;
  const own = cells.filter((cell) => cell.key === key && cell.value !== null).at(-1);
  const [word, sign] = isLow ? ["lower", -1] : ["higher", 1];
  const limit = own?.value ?? null;
  const past = brought.find(
    ({ value }) =>
      limit !== null && value !== null && new Decimal(value).comparedTo(limit) * sign > 0,
  );
  if (past === undefined) {
    // The words may be contradicted by what was revised: then nothing is said of what came later.
    return isSupported(judgement) ? [`None of it is ${word}, so the record stands`] : [];
  }
  return [
    `${formatPeriod(past.period)} is ${word}: ${formatPublished(past.value)} against ${formatPublished(limit)}`,
  ];
}

function textOf({ before, claim, after }: Sentence): string {
  return `${before}${claim}${after}`;
}
