import type { PeriodRange } from "#lib/series/reader";
import type { Context } from "./readings.ts";
import type { CellsByKey } from "./series-values.ts";

/** The cells of keys as they are known on the day of the context, or as they were printed first by then. */
export function readCells(
  { reader, asOf }: Pick<Context, "reader" | "asOf">,
  keys: readonly string[],
  isFirst: boolean,
  range?: PeriodRange,
): Promise<CellsByKey> {
  return isFirst ? reader.firstPrints(keys, asOf, range) : reader.read(keys, asOf, range);
}
