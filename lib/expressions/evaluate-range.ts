import type { EvaluateNode } from "./evaluate.ts";
import {
  absolute,
  add,
  compareFractions,
  divide,
  fractionFrom,
  subtract,
  zero,
  type Fraction,
} from "./fraction.ts";
import { quantity, type Operand } from "./operand.ts";
import { success, type Outcome } from "./problem.ts";
import { readSpans, seriesOf, type Context } from "./readings.ts";
import { resolvePeriod, resolveRange } from "./resolve-range.ts";
import type { AggregateName, AggregateNode, AtNode, DistanceNode } from "./tree.ts";

/** `at(KEY, PERIOD)`: the value of one period. */
export async function evaluateAt(
  node: AtNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const period = await resolvePeriod(node.period, context, evaluate);
  if (!period.ok) return period;
  const span = { from: period.value, to: period.value };
  const readings = await readSpans(context, [{ key: node.key, span, place: node.period }]);
  if (!readings.ok) return readings;
  return success(
    quantity(aggregate("sum", amountsOf(readings.value[0])), seriesOf(context, node.key).unit),
  );
}

/** `sum`, `mean`, `min`, `max` of a range, every period of which must have a value. */
export async function evaluateAggregate(
  node: AggregateNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const { frequency, unit } = seriesOf(context, node.key);
  const span = await resolveRange(node.range, frequency, context, evaluate);
  if (!span.ok) return span;
  const readings = await readSpans(context, [
    { key: node.key, span: span.value, place: node.range },
  ]);
  if (!readings.ok) return readings;
  return success(quantity(aggregate(node.name, amountsOf(readings.value[0])), unit));
}

/** `mean_distance(KEY, OTHER, RANGE)`: the mean of the sizes of the differences, period by period. */
export async function evaluateDistance(
  node: DistanceNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const { key, other } = node;
  const { frequency, unit } = seriesOf(context, key);
  const span = await resolveRange(node.range, frequency, context, evaluate);
  if (!span.ok) return span;
  const request = { span: span.value, place: node.range };
  const readings = await readSpans(context, [
    { key, ...request },
    { key: other, ...request },
  ]);
  if (!readings.ok) return readings;
  const [own, others] = readings.value.map(amountsOf);
  const distances = (own ?? []).flatMap((amount, index) => {
    const beside = others?.[index];
    return beside === undefined ? [] : absolute(subtract(amount, beside));
  });
  return success(quantity(aggregate("mean", distances), unit));
}

/** One amount of several. Throws a RangeError for none: a range is never empty. */
export function aggregate(name: AggregateName, amounts: readonly Fraction[]): Fraction {
  const [first, ...others] = amounts;
  if (first === undefined) throw new RangeError("Expected at least one amount");
  const total = (): Fraction => amounts.reduce(add, zero);
  switch (name) {
    case "sum":
      return total();
    case "mean":
      return divide(total(), fractionFrom(String(amounts.length)));
    case "min":
      return others.reduce(
        (least, amount) => (compareFractions(amount, least) < 0 ? amount : least),
        first,
      );
    case "max":
      return others.reduce(
        (most, amount) => (compareFractions(amount, most) > 0 ? amount : most),
        first,
      );
  }
}

/** The amounts of readings; none for undefined. */
export function amountsOf(readings: readonly { readonly amount: Fraction }[] = []): Fraction[] {
  return readings.map(({ amount }) => amount);
}
