import { latestFirstPrint } from "#lib/series/first-prints";
import { comparePeriods, periodsBetween, type Period } from "#lib/series/period";
import { failure, type Failure } from "./problem.ts";
import { describeSpan } from "./range.ts";
import { readCells } from "./read-cells.ts";
import type { Context, SpanRequest } from "./readings.ts";
import {
  isFirstPrinted,
  leavesOf,
  printSeries,
  type KeyNode,
  type SeriesNode,
} from "./series-node.ts";
import { leafPeriods } from "./series-values.ts";

/**
 * Says why periods have no value: no vintage yet, outside the series, `n.a.`, or a gap in the range. Of a series that is
 * made of others the first that lacks a value is told.
 */
export async function explainMissing(
  context: Context,
  request: SpanRequest,
  missing: readonly Period[],
): Promise<Failure> {
  const { key, span, place } = request;
  if (key.kind === "key") return explainKey(context, key, request, missing);
  const { series } = context.catalogue;
  const wanted = periodsBetween(span.from, span.to).flatMap((each) =>
    leafPeriods(key, each, series),
  );
  const isFirst = isFirstPrinted(key);
  for (const leaf of leavesOf(key)) {
    const cells = (await readCells(context, [leaf.key], isFirst)).get(leaf.key) ?? [];
    const valued = new Set(cells.filter(({ value }) => value !== null).map(({ period }) => period));
    const lacking = wanted.filter((each) => !valued.has(each));
    const [from, to] = [wanted.at(0), wanted.at(-1)];
    if (lacking.length === 0 || from === undefined || to === undefined) continue;
    const of = { span: { from, to }, place };
    const why =
      (isFirst ? await explainNoFirst(context, leaf, of, lacking) : null) ??
      (await explainKey(context, leaf, of, lacking));
    const whole = `\`${printSeries(key)}\` has no value for ${listPeriods(missing)}`;
    const problems = why.problems.map((each) => ({
      ...each,
      message: `${whole}: ${each.message}`,
    }));
    return { ok: false, problems };
  }
  throw new TypeError("A series has no value, and each series that it is made of has one");
}

/** Says that periods were n.a. at first, or are held and not as they were printed first; null where some are not held at all. */
async function explainNoFirst(
  context: Context,
  { key }: KeyNode,
  { place }: Pick<SpanRequest, "place">,
  missing: readonly Period[],
): Promise<Failure | null> {
  const [held, printed] = await Promise.all(
    [false, true].map(async (isFirst) => {
      const cells = (await readCells(context, [key], isFirst)).get(key) ?? [];
      return new Set(cells.map(({ period }) => period));
    }),
  );
  const unavailable = missing.filter((period) => printed?.has(period));
  if (unavailable.length > 0) {
    const message = `\`${key}\` was not available (n.a.) when it was first printed for ${listPeriods(unavailable)}`;
    return failure(place, "missing-observation", message);
  }
  if (missing.some((period) => !held?.has(period))) return null;
  const message = `\`${key}\` is held for ${listPeriods(missing)}, and no vintage held shows that it printed it first: it would have no later month, and come within ${latestFirstPrint} months of its end`;
  const fix = `leave these months out, or write \`${key}\` alone for what was printed last`;
  return failure(place, "no-first-print", message, fix);
}

async function explainKey(
  context: Context,
  key: KeyNode,
  { span, place }: Omit<SpanRequest, "key">,
  missing: readonly Period[],
): Promise<Failure> {
  const { asOf } = context;
  const name = `\`${key.key}\``;
  const cells = (await context.reader.read([key.key], asOf)).get(key.key) ?? [];
  const valued = cells.filter(({ value }) => value !== null).map(({ period }) => period);
  const [from, to] = [valued.at(0), valued.at(-1)];
  if (from === undefined || to === undefined) return explainEmpty(context, key);
  const record = `as of ${asOf} its values run from ${from} to ${to}`;
  const list = listPeriods(missing);
  if (span.from !== span.to) {
    const count = periodsBetween(span.from, span.to).length;
    const message = `All ${count} periods of ${describeSpan(span)} are needed, and ${name} has no value for ${list}; ${record}`;
    return failure(place, "incomplete-range", message);
  }
  if (cells.some(({ period }) => missing.includes(period))) {
    const message = `${name} is not available (n.a.) for ${list}; ${record}`;
    return failure(place, "missing-observation", message);
  }
  if (comparePeriods(span.from, from) > 0 && comparePeriods(span.from, to) < 0) {
    return failure(place, "missing-observation", `${name} has a gap in ${list}; ${record}`);
  }
  const message = `${name} has no value for ${list}; ${record}`;
  return failure(place, "outside-series", message, `write a period from ${from} to ${to}`);
}

/** Says why a series has no value at all: for one of its keys there is no vintage yet, or they have none in common. */
export async function explainEmpty({ reader, asOf }: Context, node: SeriesNode): Promise<Failure> {
  for (const { key } of leavesOf(node)) {
    const release = (await reader.describe(key))?.release ?? "";
    const [first] = await reader.vintages(release);
    if (first !== undefined && first.date <= asOf) continue;
    const held = first === undefined ? "none is held" : `the first one held is of ${first.date}`;
    const message = `The release \`${release}\` has no vintage as of ${asOf}: ${held}`;
    const fix = first && `read it as of ${first.date} or later`;
    return failure(node, "no-vintage", message, fix);
  }
  const message = `\`${printSeries(node)}\` has no values as of ${asOf}`;
  return failure(node, "missing-observation", message);
}

/** "2025-03, 2025-04 and 10 more" */
export function listPeriods(periods: readonly Period[]): string {
  const shown = periods.slice(0, 6).join(", ");
  return periods.length > 6 ? `${shown} and ${periods.length - 6} more` : shown;
}
