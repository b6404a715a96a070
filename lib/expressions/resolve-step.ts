import type { Frequency } from "#lib/series/frequency";
import { comparePeriods, periodDistance } from "#lib/series/period";
import type { EvaluateNode } from "./evaluate.ts";
import { failure, success, type Outcome } from "./problem.ts";
import { describeSpan, spanBefore, type PeriodSpan } from "./range.ts";
import type { Context, SpanRequest } from "./readings.ts";
import { resolvePeriod, resolveRange } from "./resolve-range.ts";
import type { ChangeNode, ContributionNode, Expression, TextRange } from "./tree.ts";

/** A span of a series, and where the text asks for it. */
export type Placed = Pick<SpanRequest, "span" | "place">;

/** The later and the earlier span of a change; without EARLIER, what lies just before and is as long. */
export async function resolveStep(
  node: ChangeNode | ContributionNode,
  name: string,
  frequency: Frequency,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<{ earlier: Placed; later: Placed }>> {
  const { range } = node;
  const later = await resolveRange(range, frequency, context, evaluate);
  if (!later.ok) return later;
  const earlier = node.earlier
    ? await resolveRange(node.earlier, frequency, context, evaluate)
    : justBefore(later.value, range);
  if (!earlier.ok) return earlier;
  const step = {
    earlier: { span: earlier.value, place: node.earlier ?? range },
    later: { span: later.value, place: range },
  };
  const order = checkOrder(name, step.earlier, step.later);
  return order.ok ? success(step) : order;
}

/** One period of a series. */
export async function resolvePoint(
  node: Expression,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Placed>> {
  const at = await resolvePeriod(node, context, evaluate);
  return at.ok ? success({ span: { from: at.value, to: at.value }, place: node }) : at;
}

function justBefore(span: PeriodSpan, place: TextRange): Outcome<PeriodSpan> {
  const before = spanBefore(span);
  if (before !== null) return success(before);
  return failure(place, "outside-series", `There is no period before ${describeSpan(span)}`);
}

/** A step goes forward, between spans of one length. */
export function checkOrder(name: string, earlier: Placed, later: Placed): Outcome<null> {
  const { place, span } = earlier;
  if (comparePeriods(span.from, later.span.from) >= 0) {
    const message = `\`${name}\` goes from an earlier period to a later one: ${describeSpan(span)} is not before ${describeSpan(later.span)}`;
    const fix = "write the later period first, then the earlier";
    return failure(place, "reversed-range", message, fix);
  }
  const lengths = [span, later.span].map(({ from, to }) => periodDistance(from, to) + 1);
  if (lengths[0] === lengths[1]) return success(null);
  const message = `\`${name}\` compares ranges of one length: ${lengths[0]} periods, then ${lengths[1]}`;
  return failure(place, "unequal-ranges", message);
}
