import { periodDistance, periodsBetween, type Period } from "#lib/series/period";
import type { EvaluateNode } from "./evaluate.ts";
import { readWholeRecord } from "./evaluate-record.ts";
import { compareFractions, fractionFrom, signOf } from "./fraction.ts";
import type { ConditionName } from "./functions.ts";
import { listPeriods } from "./missing.ts";
import { quantity, type Operand } from "./operand.ts";
import { failure, success, type Failure, type Outcome } from "./problem.ts";
import { spanBefore } from "./range.ts";
import { readSpans, seriesOf, useCells, type Context } from "./readings.ts";
import { resolvePeriod, resolveRange } from "./resolve-range.ts";
import { printSeries } from "./series-node.ts";
import type { Reading } from "./series-values.ts";
import type { CountNode, RunNode } from "./tree.ts";

/**
 * `run(CONDITION, KEY, PERIOD)`: how many periods in a row, the last of them PERIOD, meet a condition. A run that goes back
 * to the start of the record may be longer than is known, and a gap may have ended it: both are problems.
 */
export async function evaluateRun(
  node: RunNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const { condition } = node;
  const at = await resolvePeriod(node.period, context, evaluate);
  if (!at.ok) return at;
  const record = await readWholeRecord(context, node.key, at.value, node.period);
  if (!record.ok) return record;
  const newestFirst = record.value.readings.toReversed();
  for (const [length, reading] of newestFirst.entries()) {
    const before = newestFirst[length + 1];
    const isEnd = !isStep(condition) && !meets(condition, reading);
    if (!isEnd && before === undefined) return wholeRecord(node, reading.period, at.value);
    if (!isEnd && before && periodDistance(before.period, reading.period) > 1) {
      return gap(node, before.period, reading.period);
    }
    if (!isEnd && meets(condition, reading, before)) continue;
    // What ended the run was looked at too, and where two are compared the one before it.
    useCells(context, newestFirst.slice(0, length + (isEnd ? 1 : 2)).toReversed());
    return success(quantity(fractionFrom(String(length)), "number"));
  }
  throw new RangeError("Expected at least the value of the period itself");
}

/** `count(CONDITION, KEY, RANGE)`: how many periods of a range meet a condition; each must have a value. */
export async function evaluateCount(
  node: CountNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const { key, condition, range } = node;
  const asked = await resolveRange(range, seriesOf(context, key).frequency, context, evaluate);
  if (!asked.ok) return asked;
  const { from, to } = asked.value;
  const before = spanBefore({ from, to: from });
  if (before === null) return failure(range, "outside-series", `There is no period before ${from}`);
  const span = { from: isStep(condition) ? before.from : from, to };
  const read = await readSpans(context, [{ key, span, place: range }]);
  if (!read.ok) return read;
  const readings = read.value[0] ?? [];
  const found = isStep(condition)
    ? readings.slice(1).filter((reading, index) => meets(condition, reading, readings[index]))
    : readings.filter((reading) => meets(condition, reading));
  return success(quantity(fractionFrom(String(found.length)), "number"));
}

/** Whether a condition compares a period with the one before it. */
function isStep(condition: ConditionName): boolean {
  return condition === "rising" || condition === "falling";
}

function meets(condition: ConditionName, { amount }: Reading, before?: Reading): boolean {
  switch (condition) {
    case "positive":
      return signOf(amount) > 0;
    case "negative":
      return signOf(amount) < 0;
    case "rising":
      return before !== undefined && compareFractions(amount, before.amount) > 0;
    case "falling":
      return before !== undefined && compareFractions(amount, before.amount) < 0;
  }
}

function gap(node: RunNode, before: Period, after: Period): Failure {
  const gaps = periodsBetween(before, after).slice(1, -1);
  const message = `\`${printSeries(node.key)}\` has no value for ${listPeriods(gaps)}: whether the run began before is not known`;
  return failure(node, "incomplete-record", message);
}

function wholeRecord({ condition, key, ...place }: RunNode, first: Period, at: Period): Failure {
  const series = printSeries(key);
  const message = `\`${series}\` is ${condition} in every period on record up to ${at}, and the record begins in ${first}: whether the run began before is not known`;
  const fix = `count from a period on record: count(${condition}, ${series}, FROM..${at})`;
  return failure(place, "before-the-record", message, fix);
}
