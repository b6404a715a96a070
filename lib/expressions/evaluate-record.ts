import type { Cell } from "#lib/series/observation";
import { periodsBetween, type Period } from "#lib/series/period";
import type { EvaluateNode } from "./evaluate.ts";
import { compareFractions, fractionFrom } from "./fraction.ts";
import { explainEmpty, explainMissing, listPeriods } from "./missing.ts";
import { period, quantity, type Operand } from "./operand.ts";
import { failure, success, type Outcome } from "./problem.ts";
import { seriesOf, toReading, useCells, type Context, type Reading } from "./readings.ts";
import { resolvePeriod } from "./resolve-range.ts";
import type { KeyNode, LatestNode, RankNode, RecordNode } from "./tree.ts";

/**
 * `rank(KEY, PERIOD)`: 1 is the largest, equal values share a rank. Compared with the countries that have a value at that
 * period: the roster of a table changes over the years, and a country that is not in it cannot be ranked.
 */
export async function evaluateRank(
  node: RankNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const at = await resolvePeriod(node.period, context, evaluate);
  if (!at.ok) return at;
  const peers = context.catalogue.peers.get(node.key.key) ?? [];
  const others = peers.filter(({ key }) => key !== node.key.key);
  const all = [seriesOf(context, node.key), ...others];
  const span = { from: at.value, to: at.value };
  const cells = await context.reader.read(
    all.map(({ key }) => key),
    context.asOf,
    span,
  );
  const readings = all.flatMap((series) => toReading(cells.get(series.key)?.[0], series) ?? []);
  const own = readings.find(({ cell }) => cell.key === node.key.key);
  if (own === undefined)
    return explainMissing(context, { key: node.key, span, place: node.period }, [at.value]);
  useCells(context, readings);
  const larger = readings.filter(({ amount }) => compareFractions(amount, own.amount) > 0);
  return success(quantity(fractionFrom(String(larger.length + 1)), "number"));
}

/**
 * `lowest_since(KEY, PERIOD)`: the most recent earlier period with a value as low (for `highest_since`, as high); no
 * period when there is none on record. The record begins with the first value; a gap after it is a problem, for what
 * stood there is not known.
 */
export async function evaluateRecord(
  node: RecordNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const at = await resolvePeriod(node.period, context, evaluate);
  if (!at.ok) return at;
  const readings = await readAll(context, node.key, at.value);
  const own = readings.get(at.value);
  if (own === undefined) {
    const span = { from: at.value, to: at.value };
    return explainMissing(context, { key: node.key, span, place: node.period }, [at.value]);
  }
  const sign = node.name === "lowest_since" ? 1 : -1;
  const earlier = [...readings.values()].slice(0, -1);
  const found = earlier.findLast(({ amount }) => compareFractions(amount, own.amount) * sign <= 0);
  const [first = own] = readings.values();
  const looked = periodsBetween((found ?? first).period, at.value);
  const gaps = looked.filter((each) => !readings.has(each));
  if (gaps.length > 0) {
    const message = `\`${node.key.key}\` has no value for ${listPeriods(gaps)}: whether it was as ${sign > 0 ? "low" : "high"} then is not known`;
    return failure(node, "incomplete-record", message);
  }
  useCells(
    context,
    looked.flatMap((each) => readings.get(each) ?? []),
  );
  return success(found === undefined ? period(null, first.period) : period(found.period));
}

/** `latest(KEY)`: the newest period with a value. */
export async function evaluateLatest(
  node: LatestNode,
  context: Context,
): Promise<Outcome<Operand>> {
  const newest = [...(await readAll(context, node.key)).values()].at(-1);
  if (newest === undefined) return explainEmpty(context, node.key);
  useCells(context, [newest]);
  return success(period(newest.period));
}

/** Every value of a series up to a period, ascending. */
async function readAll(context: Context, key: KeyNode, to?: Period): Promise<Map<Period, Reading>> {
  const series = seriesOf(context, key);
  const cells: readonly Cell[] =
    (await context.reader.read([key.key], context.asOf, { to })).get(key.key) ?? [];
  return new Map(
    cells.flatMap((cell) => toReading(cell, series) ?? []).map((each) => [each.period, each]),
  );
}
