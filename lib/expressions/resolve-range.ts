import { comparePeriods, frequencyOf, type Period } from "#lib/series/period";
import type { Frequency } from "#lib/series/frequency";
import type { EvaluateNode } from "./evaluate.ts";
import { failure, success, type Outcome } from "./problem.ts";
import { expandPeriod, type PeriodSpan } from "./range.ts";
import type { Context } from "./readings.ts";
import { quoteNode } from "./static-type.ts";
import { literalPeriod, type Expression, type RangeNode } from "./tree.ts";

/** The period an argument gives; that there is none ("on record") is a problem. */
export async function resolvePeriod(
  node: Expression,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Period>> {
  const literal = literalPeriod(node);
  if (literal !== null) return success(literal);
  const outcome = await evaluate(node, context);
  if (!outcome.ok) return outcome;
  if (outcome.value.type !== "period")
    throw new TypeError("An expression was evaluated that was not checked");
  if (outcome.value.period !== null) return success(outcome.value.period);
  return failure(node, "no-period", `${quoteNode(node)} gives no period: there is none on record`);
}

/** The first and last period of a frequency that a range covers. */
export async function resolveRange(
  node: RangeNode,
  frequency: Frequency,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<PeriodSpan>> {
  const from = await resolvePeriod(node.from, context, evaluate);
  if (!from.ok) return from;
  const to = node.to === null ? from : await resolvePeriod(node.to, context, evaluate);
  if (!to.ok) return to;
  if (
    frequencyOf(from.value) === frequencyOf(to.value) &&
    comparePeriods(from.value, to.value) > 0
  ) {
    const message = `The range ends before it begins: ${from.value}..${to.value}`;
    return failure(node, "reversed-range", message, `write ${to.value}..${from.value}`);
  }
  const [first, last] = [expandPeriod(from.value, frequency), expandPeriod(to.value, frequency)];
  if (first === null || last === null)
    throw new TypeError("An expression was evaluated that was not checked");
  return success({ from: first.from, to: last.to });
}
