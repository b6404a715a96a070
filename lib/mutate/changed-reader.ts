import type { Cell, VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";

/** Observations that say something else than what was published. */
export interface DataChange {
  /** The one day of reading that sees the change; null for all. A claim may compare what two vintages say of one period. */
  readonly asOf: VintageDate | null;
  /** New values as published ones are written, unscaled, by series and period. */
  readonly values: ReadonlyMap<string, ReadonlyMap<Period, string>>;
}

/** A reader of the figures as they would be after a change. What has no value keeps none. */
export function changeData(reader: SeriesReader, { asOf, values }: DataChange): SeriesReader {
  const changed =
    (read: SeriesReader["read"]): SeriesReader["read"] =>
    async (keys, day, range) => {
      const found = await read(keys, day, range);
      if ((asOf !== null && asOf !== day) || keys.every((key) => !values.has(key))) return found;
      return new Map(
        [...found].map(([key, cells]) => [key, cells.map((cell) => changeCell(cell, values))]),
      );
    };
  return {
    ...reader,
    read: changed((...args) => reader.read(...args)),
    firstPrints: changed((...args) => reader.firstPrints(...args)),
  };
}

function changeCell(cell: Cell, values: DataChange["values"]): Cell {
  const value = values.get(cell.key)?.get(cell.period);
  return value === undefined || cell.value === null ? cell : { ...cell, value };
}
