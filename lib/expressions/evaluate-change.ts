import type { Frequency } from "#lib/series/frequency";
import { frequencyOf, periodDistance } from "#lib/series/period";
import type { EvaluateNode } from "./evaluate.ts";
import { aggregate, amountsOf } from "./evaluate-range.ts";
import { divide, fractionFrom, multiply, signOf, subtract, type Fraction } from "./fraction.ts";
import { yearlyGrowth } from "./growth.ts";
import { quantity, type Operand } from "./operand.ts";
import { failure, success, type Outcome } from "./problem.ts";
import { describeSpan } from "./range.ts";
import { readSpans, seriesOf, type Context } from "./readings.ts";
import { resolveRange } from "./resolve-range.ts";
import { checkOrder, resolvePoint, resolveStep, type Placed } from "./resolve-step.ts";
import { printSeries, type SeriesNode } from "./series-node.ts";
import type { ChangeNode, ContributionNode, GrowthNode, ShareNode, TextRange } from "./tree.ts";

const stepsPerYear = { monthly: 12, quarterly: 4, annual: 1 } as const satisfies Record<
  Frequency,
  number
>;

/** `change` and `pct_change`: from an earlier period (or range, which is summed) to a later one of equal length. */
export async function evaluateChange(
  node: ChangeNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const { key } = node;
  const { frequency, unit } = seriesOf(context, key);
  const step = await resolveStep(node, node.name, frequency, context, evaluate);
  if (!step.ok) return step;
  const { earlier, later } = step.value;
  const readings = await readSpans(context, [
    { key, ...earlier },
    { key, ...later },
  ]);
  if (!readings.ok) return readings;
  const [before, after] = readings.value.map((each) => aggregate("sum", amountsOf(each)));
  if (before === undefined || after === undefined)
    throw new RangeError("Expected the readings of two spans");
  const change = subtract(after, before);
  if (node.name === "change") return success(quantity(change, unit));
  return percentage(change, before, nameBase("base of the percentage", key, earlier), node);
}

/** `contribution(PART, WHOLE, PERIOD or RANGE, EARLIER)`: the change of the part in percent of the earlier whole. */
export async function evaluateContribution(
  node: ContributionNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const { part, whole } = node;
  const { frequency } = seriesOf(context, part);
  const step = await resolveStep(node, node.kind, frequency, context, evaluate);
  if (!step.ok) return step;
  const { earlier, later } = step.value;
  const readings = await readSpans(context, [
    { key: part, ...earlier },
    { key: part, ...later },
    { key: whole, ...earlier },
  ]);
  if (!readings.ok) return readings;
  const [before, after, base] = readings.value.map((each) => aggregate("sum", amountsOf(each)));
  if (before === undefined || after === undefined || base === undefined)
    throw new RangeError("Expected the readings of three spans");
  return percentage(subtract(after, before), base, nameBase("whole", whole, earlier), node);
}

/**
 * `compound_growth(KEY, PERIOD, EARLIER)` in percent a year: the constant growth that leads from the earlier amount to the
 * later in the years between, which need not be whole. A root is no fraction: it is computed to 60 digits.
 */
export async function evaluateGrowth(
  node: GrowthNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const { key } = node;
  const later = await resolvePoint(node.period, context, evaluate);
  const earlier = await resolvePoint(node.earlier, context, evaluate);
  if (!later.ok) return later;
  if (!earlier.ok) return earlier;
  const order = checkOrder("compound_growth", earlier.value, later.value);
  if (!order.ok) return order;
  const readings = await readSpans(context, [
    { key, ...earlier.value },
    { key, ...later.value },
  ]);
  if (!readings.ok) return readings;
  const [before, after] = readings.value.map((each) => aggregate("sum", amountsOf(each)));
  if (before === undefined || after === undefined)
    throw new RangeError("Expected the readings of two periods");
  if (signOf(before) <= 0 || signOf(after) <= 0) {
    const which = signOf(before) <= 0 ? earlier.value : later.value;
    const message = `Compound growth leads from one amount above 0 to another: \`${printSeries(key)}\` is not above 0 in ${which.span.from}`;
    return failure(which.place, "negative-base", message, "give the amounts themselves");
  }
  const steps = periodDistance(earlier.value.span.from, later.value.span.from);
  const years = divide(
    fractionFrom(String(steps)),
    fractionFrom(String(stepsPerYear[frequencyOf(later.value.span.from)])),
  );
  return success(quantity(yearlyGrowth(divide(after, before), years), "percent"));
}

/** `share(PART, WHOLE, PERIOD or RANGE)` in percent; both are read at once. */
export async function evaluateShare(
  node: ShareNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const { frequency } = seriesOf(context, node.part);
  const span = await resolveRange(node.range, frequency, context, evaluate);
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
  return percentage(part, whole, nameBase("whole", node.whole, request), node);
}

function nameBase(noun: string, key: SeriesNode, { span }: Placed): string {
  return `the ${noun}, \`${printSeries(key)}\` in ${describeSpan(span)},`;
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
