import { evaluateExpression, type EvaluateNode } from "#lib/expressions/evaluate";
import { period } from "#lib/expressions/operand";
import { success, type Outcome } from "#lib/expressions/problem";

/** How a period within an expression is found: by the language itself. */
export const evaluatePeriod: EvaluateNode = async (node, { reader, asOf }) => {
  const result = await evaluateExpression(node, reader, asOf);
  if (!result.ok) return result;
  const { value } = result.evaluation;
  if (value.type !== "period") throw new TypeError("Expected an expression that gives a period");
  return success(period(value.period));
};

/** The value of an outcome that was there before. */
export function required<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const why = outcome.problems.map(({ message }) => message).join("; ");
  throw new Error(`An expression that has a value could not be spelled out: ${why}`);
}
