import type { Cell, VintageDate } from "#lib/series/observation";
import { comparePeriods, frequencyOf, periodsBetween, type Period } from "#lib/series/period";
import type { PeriodRange, SeriesReader } from "#lib/series/reader";
import type { Catalogue } from "./catalogue.ts";
import { groupBy } from "./group-by.ts";
import { explainMissing } from "./missing.ts";
import { collect, success, type Outcome } from "./problem.ts";
import type { PeriodSpan } from "./range.ts";
import { readCells } from "./read-cells.ts";
import { isFirstPrinted, leavesOf, type SeriesNode } from "./series-node.ts";
import { shapeOf, type SeriesShape } from "./series-shape.ts";
import { leafSpan, valuesOf, type CellsByKey, type Reading } from "./series-values.ts";
import type { TextRange } from "./tree.ts";

/** What an evaluation carries along. */
export interface Context {
  readonly reader: SeriesReader;
  readonly catalogue: Catalogue;
  readonly asOf: VintageDate;
  /** Filled with the cells used, in the order in which they were read. */
  readonly cells: Cell[];
}

/** Which periods of a series are wanted, and where the text asks for them. */
export interface SpanRequest {
  readonly key: SeriesNode;
  readonly span: PeriodSpan;
  readonly place: TextRange;
}

/** Every reading of each request, in one read. A period without a value is a problem, never passed over. */
export async function readSpans(
  context: Context,
  requests: readonly SpanRequest[],
): Promise<Outcome<Reading[][]>> {
  const values = await readValues(context, requests);
  const readings = await Promise.all(
    requests.map(async (request, index): Promise<Outcome<Reading[]>> => {
      const known = values[index] ?? new Map<Period, Reading>();
      const wanted = periodsBetween(request.span.from, request.span.to);
      const valued = wanted.flatMap((period) => known.get(period) ?? []);
      if (valued.length === wanted.length) return success(valued);
      const missing = wanted.filter((period) => !known.has(period));
      return explainMissing(context, request, missing);
    }),
  );
  const outcome = collect(readings);
  if (outcome.ok) useCells(context, outcome.value.flat());
  return outcome;
}

/** The values that each series has in its span, in one read where the keys have one frequency. */
export async function readValues(
  context: Context,
  requests: readonly Pick<SpanRequest, "key" | "span">[],
): Promise<ReadonlyMap<Period, Reading>[]> {
  const { series } = context.catalogue;
  const bounded = requests.map(({ key, span }) => ({ key, span: leafSpan(key, span, series) }));
  const readAll = async (isFirst: boolean): Promise<CellsByKey> => {
    const wanted = bounded.filter(({ key }) => isFirstPrinted(key) === isFirst);
    const reads = groupBy(wanted, ({ span }) => frequencyOf(span.from)).map((group) => {
      const keys = new Set(group.flatMap(({ key }) => leavesOf(key).map((leaf) => leaf.key)));
      return readCells(context, [...keys], isFirst, enclosing(group.map(({ span }) => span)));
    });
    return new Map((await Promise.all(reads)).flatMap((found) => [...found]));
  };
  const [known, first] = await Promise.all([readAll(false), readAll(true)]);
  return requests.map(({ key }) => valuesOf(key, isFirstPrinted(key) ? first : known, series));
}

/** Every value of a series on record, up to a period when one is given. */
export async function readRecord(
  context: Context,
  key: SeriesNode,
  to?: Period,
): Promise<ReadonlyMap<Period, Reading>> {
  const { series } = context.catalogue;
  const range: PeriodRange = to ? { to: leafSpan(key, { from: to, to }, series).to } : {};
  const keys = leavesOf(key).map((leaf) => leaf.key);
  const cells = await readCells(context, keys, isFirstPrinted(key), range);
  return valuesOf(key, cells, series);
}

/** Notes the cells of readings as used. */
export function useCells(context: Context, readings: readonly Reading[]): void {
  for (const { cells } of readings) context.cells.push(...cells);
}

/** The shape of a series that has been checked. */
export function seriesOf({ catalogue }: Context, node: SeriesNode): SeriesShape {
  const shape = shapeOf(node, catalogue.series);
  if (shape === undefined) throw new TypeError("A series was not checked before it is read");
  return shape;
}

function enclosing(spans: readonly PeriodSpan[]): PeriodRange {
  const [first, ...others] = spans;
  if (first === undefined) return {};
  return others.reduce<PeriodSpan>(
    (whole, { from, to }) => ({
      from: comparePeriods(from, whole.from) < 0 ? from : whole.from,
      to: comparePeriods(to, whole.to) > 0 ? to : whole.to,
    }),
    first,
  );
}
