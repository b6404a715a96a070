import type { Cell, VintageDate } from "#lib/series/observation";
import { comparePeriods, periodsBetween, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import type { Catalogue } from "./catalogue.ts";
import { fractionFrom, type Fraction } from "./fraction.ts";
import { explainMissing } from "./missing.ts";
import { collect, success, type Outcome } from "./problem.ts";
import type { PeriodSpan } from "./range.ts";
import type { KeyNode, TextRange } from "./tree.ts";

/** What an evaluation carries along. */
export interface Context {
  readonly reader: SeriesReader;
  readonly catalogue: Catalogue;
  readonly asOf: VintageDate;
  /** Filled with the cells used, in the order in which they were read. */
  readonly cells: Cell[];
}

/** One published value in base units: whole dollars for USD, whatever the multiplier of the series. */
export interface Reading {
  readonly period: Period;
  readonly amount: Fraction;
  readonly cell: Cell;
}

/** Which periods of a series are wanted, and where the text asks for them. */
export interface SpanRequest {
  readonly key: KeyNode;
  readonly span: PeriodSpan;
  readonly place: TextRange;
}

/** Every reading of each request, in one read. A period without a value is a problem, never passed over. */
export async function readSpans(
  context: Context,
  requests: readonly SpanRequest[],
): Promise<Outcome<Reading[][]>> {
  const keys = [...new Set(requests.map(({ key }) => key.key))];
  const found = await context.reader.read(keys, context.asOf, enclosing(requests));
  const readings = await Promise.all(
    requests.map(async (request): Promise<Outcome<Reading[]>> => {
      const series = seriesOf(context, request.key);
      const cells = new Map(found.get(request.key.key)?.map((cell) => [cell.period, cell]));
      const wanted = periodsBetween(request.span.from, request.span.to);
      const valued = wanted.flatMap((period) => toReading(cells.get(period), series) ?? []);
      if (valued.length === wanted.length) return success(valued);
      const missing = wanted.filter((period) => toReading(cells.get(period), series) === null);
      return explainMissing(context, request, missing);
    }),
  );
  const outcome = collect(readings);
  if (outcome.ok) useCells(context, outcome.value.flat());
  return outcome;
}

/** Notes the cells of readings as used. */
export function useCells(context: Context, readings: readonly Reading[]): void {
  context.cells.push(...readings.map(({ cell }) => cell));
}

/** The reading of a cell, null when there is no cell or it has no value. */
export function toReading(cell: Cell | undefined, { multiplier }: Series): Reading | null {
  if (cell === undefined || cell.value === null) return null;
  return { period: cell.period, amount: fractionFrom(cell.value, multiplier), cell };
}

/** The series of a key that has been checked. */
export function seriesOf({ catalogue }: Context, { key }: KeyNode): Series {
  const series = catalogue.series.get(key);
  if (series === undefined)
    throw new TypeError(`The series ${key} was not checked before it is read`);
  return series;
}

function enclosing(requests: readonly SpanRequest[]): { from?: Period; to?: Period } {
  const [first, ...others] = requests.map(({ span }) => span);
  if (first === undefined) return {};
  return others.reduce<PeriodSpan>(
    (whole, { from, to }) => ({
      from: comparePeriods(from, whole.from) < 0 ? from : whole.from,
      to: comparePeriods(to, whole.to) > 0 ? to : whole.to,
    }),
    first,
  );
}
