import { comparePeriods, periodsBetween, type Period } from "#lib/series/period";
import { failure, type Failure } from "./problem.ts";
import { describeSpan } from "./range.ts";
import type { Context, SpanRequest } from "./readings.ts";
import type { KeyNode } from "./tree.ts";

/** Says why periods have no value: no vintage yet, outside the series, `n.a.`, or a gap in the range. */
export async function explainMissing(
  context: Context,
  { key, span, place }: SpanRequest,
  missing: readonly Period[],
): Promise<Failure> {
  const { asOf } = context;
  const cells = (await context.reader.read([key.key], asOf)).get(key.key) ?? [];
  const valued = cells.filter(({ value }) => value !== null).map(({ period }) => period);
  const [from, to] = [valued.at(0), valued.at(-1)];
  if (from === undefined || to === undefined) return explainEmpty(context, key);
  const record = `as of ${asOf} its values run from ${from} to ${to}`;
  const list = listPeriods(missing);
  if (span.from !== span.to) {
    const count = periodsBetween(span.from, span.to).length;
    const message = `All ${count} periods of ${describeSpan(span)} are needed, and \`${key.key}\` has no value for ${list}; ${record}`;
    return failure(place, "incomplete-range", message);
  }
  if (cells.some(({ period }) => missing.includes(period))) {
    const message = `\`${key.key}\` is not available (n.a.) for ${list}; ${record}`;
    return failure(place, "missing-observation", message);
  }
  if (comparePeriods(span.from, from) > 0 && comparePeriods(span.from, to) < 0) {
    return failure(place, "missing-observation", `\`${key.key}\` has a gap in ${list}; ${record}`);
  }
  const message = `\`${key.key}\` has no value for ${list}; ${record}`;
  return failure(place, "outside-series", message, `write a period from ${from} to ${to}`);
}

/** Says why a series has no value at all. */
export async function explainEmpty(
  { reader, asOf }: Context,
  { key, ...place }: KeyNode,
): Promise<Failure> {
  const release = (await reader.describe(key))?.release ?? "";
  const [first] = await reader.vintages(release);
  if (first === undefined || first.date > asOf) {
    const held = first === undefined ? "none is held" : `the first one held is of ${first.date}`;
    const message = `The release \`${release}\` has no vintage as of ${asOf}: ${held}`;
    return failure(place, "no-vintage", message, first && `read it as of ${first.date} or later`);
  }
  return failure(place, "missing-observation", `\`${key}\` has no values as of ${asOf}`);
}

/** "2025-03, 2025-04 and 10 more" */
export function listPeriods(periods: readonly Period[]): string {
  const shown = periods.slice(0, 6).join(", ");
  return periods.length > 6 ? `${shown} and ${periods.length - 6} more` : shown;
}
