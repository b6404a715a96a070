import { comparePeriods, periodDistance } from "#lib/series/period";
import type { EvaluateNode } from "./evaluate.ts";
import { aggregate, amountsOf } from "./evaluate-range.ts";
import { divide, fractionFrom, multiply, signOf, subtract, type Fraction } from "./fraction.ts";
import { quantity, type Operand } from "./operand.ts";
import { failure, success, type Outcome } from "./problem.ts";
import { describeSpan, spanBefore, type PeriodSpan } from "./range.ts";
import { readSpans, seriesOf, type Context } from "./readings.ts";
import { resolveRange } from "./resolve-range.ts";
import type { ChangeNode, ShareNode, TextRange } from "./tree.ts";

/** `change` and `pct_change`: from an earlier period (or range, which is summed) to a later one of equal length. */
export async function evaluateChange(
  node: ChangeNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const { key, range } = node;
  const { frequency, unit } = seriesOf(context, key);
  const later = await resolveRange(range, frequency, context, evaluate);
  if (!later.ok) return later;
  const earlier = node.earlier
    ? await resolveRange(node.earlier, frequency, context, evaluate)
    : justBefore(later.value, range);
  if (!earlier.ok) return earlier;
  const order = checkOrder(node, earlier.value, later.value);
  if (!order.ok) return order;

  const readings = await readSpans(context, [
    { key, span: earlier.value, place: node.earlier ?? range },
    { key, span: later.value, place: range },
  ]);
  if (!readings.ok) return readings;
  const [before, after] = readings.value.map((each) => aggregate("sum", amountsOf(each)));
  if (before === undefined || after === undefined)
    throw new RangeError("Expected the readings of two spans");
  const change = subtract(after, before);
  if (node.name === "change") return success(quantity(change, unit));
  const base = `the base of the percentage, \`${key.key}\` in ${describeSpan(earlier.value)},`;
  return percentage(change, before, base, node);
}

/** `share(PART, WHOLE, PERIOD or RANGE)` in percent; both are read at once. */
export async function evaluateShare(
  node: ShareNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const span = await resolveRange(
    node.range,
    seriesOf(context, node.part).frequency,
    context,
    evaluate,
  );
  if (!span.ok) return span;
  const request = { span: span.value, place: node.range };
  const readings = await readSpans(context, [
    { key: node.part, ...request },
    { key: node.whole, ...request },
  ]);
  if (!readings.ok) return readings;
  const [part, whole] = readings.value.map((each) => aggregate("sum", amountsOf(each)));
  if (part === undefined || whole === undefined)
    throw new RangeError("Expected the readings of two series");
  const base = `the whole, \`${node.whole.key}\` in ${describeSpan(span.value)},`;
  return percentage(part, whole, base, node);
}

function justBefore(span: PeriodSpan, place: TextRange): Outcome<PeriodSpan> {
  const before = spanBefore(span);
  if (before !== null) return success(before);
  return failure(place, "outside-series", `There is no period before ${describeSpan(span)}`);
}

function checkOrder(node: ChangeNode, earlier: PeriodSpan, later: PeriodSpan): Outcome<null> {
  const place: TextRange = node.earlier ?? node.range;
  if (comparePeriods(earlier.from, later.from) >= 0) {
    const message = `\`${node.name}\` goes from an earlier period to a later one: ${describeSpan(earlier)} is not before ${describeSpan(later)}`;
    return failure(
      place,
      "reversed-range",
      message,
      "write the later period first, then the earlier",
    );
  }
  const lengths = [earlier, later].map(({ from, to }) => periodDistance(from, to) + 1);
  if (lengths[0] === lengths[1]) return success(null);
  const message = `\`${node.name}\` compares ranges of one length: ${lengths[0]} periods, then ${lengths[1]}`;
  return failure(place, "unequal-ranges", message);
}

/** A percentage of a negative base would have the wrong sign, and says nothing. */
function percentage(
  part: Fraction,
  base: Fraction,
  noun: string,
  place: TextRange,
): Outcome<Operand> {
  if (signOf(base) === 0)
    return failure(place, "division-by-zero", `Division by zero: ${noun} is 0`);
  if (signOf(base) < 0) {
    const message = `A percentage of a negative amount has no meaning: ${noun} is below 0`;
    return failure(place, "negative-base", message, "give the amounts themselves");
  }
  return success(quantity(multiply(divide(part, base), fractionFrom("100")), "percent"));
}
