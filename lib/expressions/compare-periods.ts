import { frequencyOf, monthsOf, type Period } from "#lib/series/period";
import type { PeriodOperand } from "./operand.ts";
import { failure, success, type Outcome } from "./problem.ts";
import { isFiner } from "./range.ts";
import type { ComparisonOperator, TextRange } from "./tree.ts";

const mirrored = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
} as const satisfies Record<ComparisonOperator, ComparisonOperator>;

/**
 * Compares periods; the shorter may lie in the longer. `= 2008`: in that year; `<= 2008`: not after its end; `< 2008`:
 * before its start. No period ("on record") lies before all that is known, and a comparison with what lies before the
 * first observation cannot be decided: a problem.
 */
export function comparePeriodOperands(
  operator: ComparisonOperator,
  left: PeriodOperand,
  right: PeriodOperand,
  place: TextRange,
): Outcome<boolean> {
  if (left.period !== null && right.period !== null) {
    return success(compareKnown(operator, left.period, right.period));
  }
  if (left.period === null && right.period === null) return success(operator === "=");
  if (left.period === null) return compareUnknown(operator, left.recordFrom, right.period, place);
  return compareUnknown(mirrored[operator], right.recordFrom, left.period, place);
}

function compareKnown(operator: ComparisonOperator, left: Period, right: Period): boolean {
  if (isFiner(frequencyOf(right), frequencyOf(left)))
    return compareKnown(mirrored[operator], right, left);
  const [shorter, longer] = [monthsOf(left), monthsOf(right)];
  switch (operator) {
    case "=":
      return shorter.first >= longer.first && shorter.last <= longer.last;
    case "!=":
      return shorter.first < longer.first || shorter.last > longer.last;
    case "<":
      return shorter.last < longer.first;
    case "<=":
      return shorter.last <= longer.last;
    case ">":
      return shorter.first > longer.last;
    case ">=":
      return shorter.first >= longer.first;
  }
}

/** `none` against a period: all that is known is that the answer, if there ever was one, lies before `recordFrom`. */
function compareUnknown(
  operator: ComparisonOperator,
  recordFrom: Period | null,
  other: Period | null,
  place: TextRange,
): Outcome<boolean> {
  const holds = operator === "<" || operator === "<=" || operator === "!=";
  if (recordFrom === null || other === null) return success(holds);
  const start = monthsOf(recordFrom).first;
  const within = monthsOf(other);
  const decided =
    within.first >= start || (within.last >= start && (operator === "<=" || operator === ">"));
  if (decided) return success(holds);
  return failure(
    place,
    "before-the-record",
    `The record begins in ${recordFrom}, and no value in it is as extreme: what was before is not known, so this cannot be compared with ${other}`,
    `compare with ${recordFrom} or later, or write \`= none\` for "on record"`,
  );
}
