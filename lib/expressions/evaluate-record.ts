import { periodsBetween, type Period } from "#lib/series/period";
import type { EvaluateNode } from "./evaluate.ts";
import { compareFractions, fractionFrom } from "./fraction.ts";
import { explainEmpty, explainMissing, listPeriods } from "./missing.ts";
import { period, quantity, type Operand } from "./operand.ts";
import { failure, success, type Outcome } from "./problem.ts";
import { readRecord, readValues, useCells, type Context } from "./readings.ts";
import { resolvePeriod } from "./resolve-range.ts";
import { coreOf, printSeries, withCore, type KeyNode, type SeriesNode } from "./series-node.ts";
import type { Reading } from "./series-values.ts";
import type {
  OutermostNode,
  RankEnd,
  RankNode,
  RecordNode,
  RecordRankNode,
  RunNode,
  TextRange,
} from "./tree.ts";

/**
 * `rank(KEY, PERIOD)`: 1 is the largest, equal values share a rank. Compared with the countries that have a value at that
 * period, for the roster of a table changes over the years; or with the peers that are named, each of which must have one.
 */
export async function evaluateRank(
  node: RankNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const at = await resolvePeriod(node.period, context, evaluate);
  if (!at.ok) return at;
  const { key, peers, from } = node;
  const span = { from: at.value, to: at.value };
  const place = node.period;
  const others = peers ? peers.keys : countriesBeside(key, context);
  const all = [key, ...others.map((other) => withCore(key, other))];
  const values = await readValues(
    context,
    all.map((each) => ({ key: each, span })),
  );
  const readings = values.map((each) => each.get(at.value));
  // Only countries may be missing: who is named has been asked for.
  const needed = peers ? all : [key];
  const missing = needed.find((_, index) => readings[index] === undefined);
  if (missing) return explainMissing(context, { key: missing, span, place }, [at.value]);
  const valued = readings.flatMap((reading) => reading ?? []);
  useCells(context, valued);
  return success(placeOf(valued[0], valued, from));
}

/** The other countries of the table that a country is in. */
export function countriesBeside(key: SeriesNode, { catalogue }: Context): KeyNode[] {
  const own = printSeries(coreOf(key));
  const countries = catalogue.peers.get(own) ?? [];
  return countries.flatMap((country): KeyNode[] =>
    country.key === own ? [] : [{ kind: "key", key: country.key, start: key.start, end: key.end }],
  );
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
  const record = await readWholeRecord(context, node.key, at.value, node.period);
  if (!record.ok) return record;
  const { own, readings, first } = record.value;
  const sign = node.name === "lowest_since" ? 1 : -1;
  const earlier = readings.slice(0, -1);
  const found = earlier.findLast(({ amount }) => compareFractions(amount, own.amount) * sign <= 0);
  const from = (found ?? first).period;
  const unknown = `whether it was as ${sign > 0 ? "low" : "high"} then is not known`;
  const looked = withoutGaps(node, readings, from, at.value, unknown);
  if (!looked.ok) return looked;
  useCells(context, looked.value);
  return success(found === undefined ? period(null, first.period) : period(found.period));
}

/** `record_rank(KEY, PERIOD)`: the place of a value among all of the record up to it; equal values share a place. */
export async function evaluateRecordRank(
  node: RecordRankNode,
  context: Context,
  evaluate: EvaluateNode,
): Promise<Outcome<Operand>> {
  const at = await resolvePeriod(node.period, context, evaluate);
  if (!at.ok) return at;
  const record = await readWholeRecord(context, node.key, at.value, node.period);
  if (!record.ok) return record;
  const { own, readings, first } = record.value;
  const unknown = "its place among all on record is not known";
  const looked = withoutGaps(node, readings, first.period, at.value, unknown);
  if (!looked.ok) return looked;
  useCells(context, looked.value);
  return success(placeOf(own, looked.value, node.from));
}

/** `latest(KEY)` and `first(KEY)`: the newest and the oldest period with a value. */
export async function evaluateOutermost(
  node: OutermostNode,
  context: Context,
): Promise<Outcome<Operand>> {
  const found = [...(await readRecord(context, node.key)).values()].at(
    node.kind === "latest" ? -1 : 0,
  );
  if (found === undefined) return explainEmpty(context, node.key);
  useCells(context, [found]);
  return success(period(found.period));
}

/** All that is on record of a series up to a period, which must have a value. */
export async function readWholeRecord(
  context: Context,
  key: SeriesNode,
  at: Period,
  place: TextRange,
): Promise<Outcome<{ own: Reading; first: Reading; readings: readonly Reading[] }>> {
  const values = await readRecord(context, key, at);
  const own = values.get(at);
  if (own === undefined)
    return explainMissing(context, { key, span: { from: at, to: at }, place }, [at]);
  const readings = [...values.values()];
  return success({ own, first: readings[0] ?? own, readings });
}

/** The readings from one period to another; a gap between them is a problem, for what stood there is not known. */
export function withoutGaps(
  node: RecordNode | RecordRankNode | RunNode,
  readings: readonly Reading[],
  from: Period,
  to: Period,
  unknown: string,
): Outcome<readonly Reading[]> {
  const within = new Map(readings.map((reading) => [reading.period, reading]));
  const wanted = periodsBetween(from, to);
  const gaps = wanted.filter((each) => !within.has(each));
  if (gaps.length === 0) return success(wanted.flatMap((each) => within.get(each) ?? []));
  const message = `\`${printSeries(node.key)}\` has no value for ${listPeriods(gaps)}: ${unknown}`;
  return failure(node, "incomplete-record", message);
}

/** One more than there are values beyond one's own. */
function placeOf(own: Reading | undefined, all: readonly Reading[], from: RankEnd): Operand {
  if (own === undefined) throw new RangeError("Expected the value that is ranked");
  const sign = from === "highest" ? 1 : -1;
  const beyond = all.filter(({ amount }) => compareFractions(amount, own.amount) * sign > 0);
  return quantity(fractionFrom(String(beyond.length + 1)), "number");
}
