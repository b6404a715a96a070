import type { Cell, VintageDate } from "./observation.ts";
import type { Period } from "./period.ts";
import type { Series } from "./series.ts";
import type { Vintage } from "./vintage.ts";

/** Bounds of a read, both included. */
export interface PeriodRange {
  readonly from?: Period | undefined;
  readonly to?: Period | undefined;
}

/**
 * How expressions and charts see the figures. They are handed one and never know the store. `store` implements it on
 * PostgreSQL; tests implement it on a table in memory (`memory-reader.ts`).
 */
export interface SeriesReader {
  /** The series of a key, or null. */
  describe(key: string): Promise<Series | null>;
  /** At most `limit` existing keys most like `key`, the nearest first. */
  nearestKeys(key: string, limit: number): Promise<readonly string[]>;
  /** The series of the same release, class and measure whose areas are countries; what `rank` compares with. */
  peers(key: string): Promise<readonly Series[]>;
  /**
   * The cells of each key as known on `asOf`, ascending by period; missing ones included, withdrawn ones not.
   * A key without cells has an empty list.
   */
  read(
    keys: readonly string[],
    asOf: VintageDate,
    range?: PeriodRange,
  ): Promise<ReadonlyMap<string, readonly Cell[]>>;
  /**
   * The cells of each key, all monthly, as they were printed first, among the vintages up to `asOf` (`first-prints.ts`); those
   * of which no vintage held shows it are left out.
   */
  firstPrints(
    keys: readonly string[],
    asOf: VintageDate,
    range?: PeriodRange,
  ): Promise<ReadonlyMap<string, readonly Cell[]>>;
  /** The vintages of a release, oldest first. Whoever needs none after a day says so, and may be given them all the same. */
  vintages(release: string, until?: VintageDate): Promise<readonly Vintage[]>;
}
