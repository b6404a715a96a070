import { comparePeriods, periodsBetween, type Period } from "#lib/series/period";
import { failure, type Failure } from "./problem.ts";
import { describeSpan } from "./range.ts";
import type { Context, SpanRequest } from "./readings.ts";
import type { KeyNode, TextRange } from "./tree.ts";

/** Says why periods have no value: no vintage yet, outside the series, `n.a.`, or a gap in the range. */
export async function explainMissing(
  context: Context,
  { key, span, place }: SpanRequest,
  missing: readonly Period[],
): Promise<Failure> {
  const { from, to } = await recordOf(context, key);
  if (from === null || to === null) return explainEmpty(context, key);
  const { asOf } = context;
  const record = `as of ${asOf} it runs from ${from} to ${to}`;
  const [only] = missing;
  if (span.from !== span.to) {
    const count = periodsBetween(span.from, span.to).length;
    const message = `All ${count} periods of ${describeSpan(span)} are needed, and \`${key.key}\` has no value for ${listPeriods(missing)}; ${record}`;
    return failure(place, "incomplete-range", message);
  }
  const outside =
    only !== undefined && (comparePeriods(only, from) < 0 || comparePeriods(only, to) > 0);
  if (outside) {
    const message = `\`${key.key}\` has no value for ${only}; ${record}`;
    return failure(place, "outside-series", message, `write a period from ${from} to ${to}`);
  }
  const message = `\`${key.key}\` is not available (n.a.) for ${listPeriods(missing)}, as of ${asOf}`;
  return failure(place, "missing-observation", message);
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

/** First and last period with a value. */
async function recordOf(
  { reader, asOf }: Context,
  { key }: TextRange & KeyNode,
): Promise<{ from: Period | null; to: Period | null }> {
  const cells = (await reader.read([key], asOf)).get(key) ?? [];
  const valued = cells.filter(({ value }) => value !== null).map(({ period }) => period);
  return { from: valued.at(0) ?? null, to: valued.at(-1) ?? null };
}
