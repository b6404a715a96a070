import { countriesBeside } from "#lib/expressions/evaluate-record";
import {
  readSpans,
  readValues,
  seriesOf,
  type Context,
  type SpanRequest,
} from "#lib/expressions/readings";
import { resolvePeriod, resolveRange } from "#lib/expressions/resolve-range";
import { resolvePoint, resolveStep } from "#lib/expressions/resolve-step";
import { withCore, type SeriesNode } from "#lib/expressions/series-node";
import type {
  AggregateNode,
  DistanceNode,
  Expression,
  GrowthNode,
  RankNode,
} from "#lib/expressions/tree";
import { monthsOf, periodDistance } from "#lib/series/period";
import { only, sumOf } from "./cell-sum.ts";
import { evaluatePeriod, required } from "./looked-up.ts";
import type { Step } from "./step.ts";
import { usedPeriods } from "./used-periods.ts";

/** A node that reads series. */
export type SeriesCall = Exclude<
  Expression,
  { readonly kind: "number" | "period" | "none" | "binary" | "negate" | "abs" | "asOf" }
>;

/** A call as steps over the cells that it uses. Throws for one that has no value. */
export async function lowerSeries(node: SeriesCall, context: Context): Promise<Step> {
  switch (node.kind) {
    case "at": {
      const at = required(await resolvePoint(node.period, context, evaluatePeriod));
      return only(await sumsOf(context, [{ key: node.key, ...at }]));
    }
    case "aggregate":
      return lowerAggregate(node, context);
    case "change": {
      const [earlier, later] = await endsOf(node, node.name, node.key, context);
      const change: Step = { op: "difference", of: [later, earlier] };
      return node.name === "change" ? change : { op: "percent", of: [change, earlier] };
    }
    case "contribution": {
      const [earlier, later] = await endsOf(node, node.kind, node.part, context);
      const [whole] = await endsOf(node, node.kind, node.whole, context);
      return { op: "percent", of: [{ op: "difference", of: [later, earlier] }, whole] };
    }
    case "growth":
      return lowerGrowth(node, context);
    case "distance":
      return lowerDistance(node, context);
    case "share": {
      const { frequency } = seriesOf(context, node.part);
      const span = required(await resolveRange(node.range, frequency, context, evaluatePeriod));
      const request = { span, place: node.range };
      const of = await sumsOf(context, [
        { key: node.part, ...request },
        { key: node.whole, ...request },
      ]);
      return { op: "percent", of };
    }
    case "rank":
      return lowerRank(node, context);
    case "record":
      return {
        op: node.name === "lowest_since" ? "lowest-since" : "highest-since",
        periods: await usedPeriods(node, context),
      };
    case "recordRank": {
      const periods = await usedPeriods(node, context);
      return { op: "rank", from: node.from, of: periods.toReversed().map(({ value }) => value) };
    }
    case "run":
    case "count":
      return {
        op: node.kind,
        condition: node.condition,
        periods: await usedPeriods(node, context),
      };
    case "latest":
    case "first":
      return { op: node.kind, periods: await usedPeriods(node, context) };
  }
}

async function lowerAggregate(node: AggregateNode, context: Context): Promise<Step> {
  const { key, name, range } = node;
  const { frequency } = seriesOf(context, key);
  const span = required(await resolveRange(range, frequency, context, evaluatePeriod));
  const request = { key, span, place: range };
  if (name === "sum") return only(await sumsOf(context, [request]));
  const [readings = []] = required(await readSpans(context, [request]));
  const op = ({ mean: "mean", min: "smallest", max: "largest" } as const)[name];
  return { op, of: readings.map((reading) => sumOf([reading])) };
}

async function lowerDistance(node: DistanceNode, context: Context): Promise<Step> {
  const { frequency } = seriesOf(context, node.key);
  const span = required(await resolveRange(node.range, frequency, context, evaluatePeriod));
  const request = { span, place: node.range };
  const [own = [], others = []] = required(
    await readSpans(context, [
      { key: node.key, ...request },
      { key: node.other, ...request },
    ]),
  );
  const distances = own.map((reading, index): Step => {
    const beside = others.slice(index, index + 1);
    return { op: "absolute", of: [{ op: "difference", of: [sumOf([reading]), sumOf(beside)] }] };
  });
  return { op: "mean", of: distances };
}

async function lowerGrowth({ key, ...node }: GrowthNode, context: Context): Promise<Step> {
  const later = required(await resolvePoint(node.period, context, evaluatePeriod));
  const earlier = required(await resolvePoint(node.earlier, context, evaluatePeriod));
  const of = await sumsOf(context, [
    { key, ...later },
    { key, ...earlier },
  ]);
  const [from, to] = [earlier, later].map(({ span }) => monthsOf(span.to).last);
  if (from === undefined || to === undefined) throw new RangeError("Expected two periods");
  return { op: "growth", months: periodDistance(from, to), of };
}

/** What is ranked, then all that have a value. */
async function lowerRank(node: RankNode, context: Context): Promise<Step> {
  const { key, peers, from } = node;
  const at = required(await resolvePeriod(node.period, context, evaluatePeriod));
  const others = peers ? peers.keys : countriesBeside(key, context);
  const values = await readValues(
    context,
    [key, ...others.map((other) => withCore(key, other))].map((each) => ({
      key: each,
      span: { from: at, to: at },
    })),
  );
  const readings = values.flatMap((each) => each.get(at) ?? []);
  return { op: "rank", from, of: readings.map((reading) => sumOf([reading])) };
}

/** The earlier and the later end of a change of a series. */
async function endsOf(
  node: Parameters<typeof resolveStep>[0],
  name: string,
  key: SeriesNode,
  context: Context,
): Promise<[Step, Step]> {
  const { frequency } = seriesOf(context, key);
  const step = required(await resolveStep(node, name, frequency, context, evaluatePeriod));
  const [earlier, later] = await sumsOf(context, [
    { key, ...step.earlier },
    { key, ...step.later },
  ]);
  if (!earlier || !later) throw new RangeError("Expected the readings of two spans");
  return [earlier, later];
}

/** What each series comes to in its span. */
async function sumsOf(context: Context, requests: readonly SpanRequest[]): Promise<Step[]> {
  return required(await readSpans(context, requests)).map(sumOf);
}
