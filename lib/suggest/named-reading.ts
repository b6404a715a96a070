import { describeValue } from "#lib/claims/judgement";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { parseExpression } from "#lib/expressions/parse";
import type { SeriesReader } from "#lib/series/reader";
import type { Candidate } from "./candidate.ts";
import type { FigureTable } from "./figure-table.ts";
import type { AskedDays } from "./match.ts";
import type { Named } from "./outcome.ts";
import { reasonsOf, sourceSpan, type SaidPlace } from "./propose.ts";
import { thingOf } from "./weigh.ts";

/** Words name a reading when they say as much as this of it, and this much less of any other. */
const leastWeight = 0.5;
const mostOther = 0.72;

/**
 * The one thing that words name, for a figure that nothing gives: whose, which securities, what and when, each said near it.
 * Null when they could mean something else.
 */
export async function findNamed(
  candidates: readonly Candidate[],
  place: SaidPlace,
  table: FigureTable,
  reader: SeriesReader,
  { written, asked }: AskedDays,
): Promise<Named | null> {
  const asOf = written === null || written > asked ? asked : written;
  const held = candidates
    .filter(({ terms, by }) => table.sumAt(by === null ? terms : [...terms, ...by], asOf) !== null)
    .sort((left, right) => right.weight - left.weight);
  const [best] = held;
  if (best === undefined || best.weight < leastWeight || !best.isDated) return null;
  const { area, class: ofClass } = best.series.named;
  if (!area || !ofClass) return null;
  const other = held.find((one) => thingOf(one) !== thingOf(best));
  if (other !== undefined && other.weight > best.weight * mostOther) return null;
  const parsed = parseExpression(best.expression);
  if (!parsed.ok) return null;
  const result = await evaluateExpression(parsed.tree, reader, asOf);
  const now = await evaluateExpression(parsed.tree, reader, asked);
  if (!result.ok) return null;
  return {
    months: best.months,
    proposal: {
      expression: best.expression,
      tree: parsed.tree,
      confidence: Math.round(Math.min(1, best.weight) * 100) / 100,
      reasons: reasonsOf(best),
      said: sourceSpan(place.said, place),
      asOf,
      evaluation: result.evaluation,
      computed: describeValue(result.evaluation.value),
      holding: {
        ...{ vintages: [], first: null, last: null, until: null, isNow: false },
        now: now.ok ? describeValue(now.evaluation.value) : null,
      },
      twins: [],
    },
  };
}
