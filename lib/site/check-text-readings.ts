import type { Saying } from "#lib/claims/saying";
import { describeValue } from "#lib/claims/judgement";
import type { Proposal } from "#lib/suggest/found-figure";
import { evaluateAt, judge, type FigureSetting } from "./check-text-judge.ts";
import type { FigureReading } from "./check-text-receipt.ts";

/** The value at each vintage that printed or changed one of the cells; where it stays the same, once. */
export async function readingsOf(
  proposal: Proposal,
  saying: Saying | null,
  from: FigureSetting,
): Promise<FigureReading[]> {
  const { cells } = proposal.evaluation;
  const used = new Set(cells.map(({ key, period }) => `${key} ${period}`));
  const keys = [...new Set(cells.map(({ key }) => key))];
  await from.known.load(keys);
  const changes = keys
    .flatMap((key) => from.known.cells.get(key) ?? [])
    .filter(({ key, period }) => used.has(`${key} ${period}`))
    .map(({ knownFrom }) => knownFrom);
  const readings: FigureReading[] = [];
  for (const vintage of [...new Set(changes)].sort()) {
    const evaluation = await evaluateAt(proposal, from, vintage);
    // Before all of its cells were printed it has no value, and that is no change of one.
    if (!evaluation) continue;
    const computed = describeValue(evaluation.value);
    if (computed === readings.at(-1)?.computed) continue;
    // A figure in a row of a table says nothing by itself: where it was found to be given is known all the same.
    const given = proposal.holding.vintages.includes(vintage) ? "holds-rounded" : "drifted";
    const standing = judge(saying, evaluation)?.verdict ?? given;
    readings.push({ vintage, computed, standing });
  }
  return readings;
}
