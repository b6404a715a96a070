import { evaluateExpression } from "#lib/expressions/evaluate";
import { success } from "#lib/expressions/problem";
import { readRecord, seriesOf, type Context } from "#lib/expressions/readings";
import { resolvePeriod, resolveRange } from "#lib/expressions/resolve-range";
import type {
  CountNode,
  OutermostNode,
  RecordNode,
  RecordRankNode,
  RunNode,
} from "#lib/expressions/tree";
import { sumOf } from "./cell-sum.ts";
import { evaluatePeriod, required } from "./looked-up.ts";
import { cellName, type PeriodStep } from "./step.ts";

/** A call that looks at many periods of one series. */
type TimelineNode = RecordNode | RecordRankNode | RunNode | CountNode | OutermostNode;

/**
 * The periods of its series that a call looked at, the oldest first. Which those are is asked of the language itself, for a
 * run stops where it ends.
 */
export async function usedPeriods(node: TimelineNode, context: Context): Promise<PeriodStep[]> {
  const result = await evaluateExpression(node, context.reader, context.asOf);
  const { cells: found } = required(result.ok ? success(result.evaluation) : result);
  const used = new Set(found.map(cellName));
  const readings = [...(await readRecord(context, node.key, await lastOf(node, context))).values()];
  return readings
    .filter(({ cells }) => cells.every((cell) => used.has(cellName(cell))))
    .map((reading) => ({ period: reading.period, value: sumOf([reading]) }));
}

/** The last period that a call is about. */
async function lastOf(node: TimelineNode, context: Context) {
  switch (node.kind) {
    case "latest":
    case "first":
      return undefined;
    case "count": {
      const { frequency } = seriesOf(context, node.key);
      const range = await resolveRange(node.range, frequency, context, evaluatePeriod);
      return required(range).to;
    }
    default:
      return required(await resolvePeriod(node.period, context, evaluatePeriod));
  }
}
