import { firstPrintsOf } from "./first-prints.ts";
import { nearest } from "./nearest.ts";
import type { Cell, VintageDate } from "./observation.ts";
import { comparePeriods, isPeriod, monthsOf, type Period } from "./period.ts";
import type { PeriodRange, SeriesReader } from "./reader.ts";
import type { AreaKind, Series } from "./series.ts";
import type { Vintage } from "./vintage.ts";

/** Figures held in memory, for tests and examples. */
export interface MemoryTable {
  readonly series: readonly Series[];
  /** Kinds of the areas that are not countries, by slug. */
  readonly areas?: Readonly<Record<string, AreaKind>>;
  /** Oldest first. */
  readonly vintages: readonly MemoryVintage[];
}

/** A vintage says, as in the store, only what is new, changed or withdrawn. */
export interface MemoryVintage {
  readonly release: string;
  readonly date: VintageDate;
  /** By key, then by period: a decimal as published, `n.a.`, or `withdrawn`. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A reader over a table in memory. Throws a TypeError for a table that is not well formed, which is a bug of the test. */
export function createMemoryReader(table: MemoryTable): SeriesReader {
  const byKey = new Map(table.series.map((series) => [series.key, series]));
  const cells = table.vintages.flatMap(cellsOf);
  const cellsByKey = new Map<string, Cell[]>(table.series.map(({ key }) => [key, []]));
  for (const cell of cells) cellsByKey.get(cell.key)?.push(cell);
  const stray = cells.find(({ key }) => !byKey.has(key));
  if (stray !== undefined)
    throw new TypeError(`The table has figures of ${stray.key}, which it does not describe`);

  return {
    describe: (key) => Promise.resolve(byKey.get(key) ?? null),
    nearestKeys: (key, limit) => Promise.resolve(nearest(key, [...byKey.keys()], limit)),
    peers: (key) => {
      const own = byKey.get(key);
      return Promise.resolve(
        own === undefined ? [] : table.series.filter((other) => isPeer(own, other, table)),
      );
    },
    read: (keys, asOf, range = {}) =>
      Promise.resolve(
        new Map(keys.map((key) => [key, readOne(cellsByKey.get(key) ?? [], asOf, range)])),
      ),
    firstPrints: (keys, asOf, range) =>
      Promise.resolve(
        new Map(
          keys.map((key) => [key, firstPrintsOf(byPeriod(cellsByKey.get(key)), asOf, range)]),
        ),
      ),
    vintages: (release) =>
      Promise.resolve(
        table.vintages.filter((vintage) => vintage.release === release).map(toVintage),
      ),
  };
}

function isPeer(own: Series, other: Series, table: MemoryTable): boolean {
  return (
    (table.areas?.[other.area] ?? "country") === "country" &&
    own.release === other.release &&
    own.securities === other.securities &&
    own.measure === other.measure
  );
}

/** The last word on each period among the vintages up to `asOf`; `cells` of one series, in the order of the vintages. */
function readOne(cells: readonly Cell[], asOf: VintageDate, { from, to }: PeriodRange): Cell[] {
  const last = new Map<Period, Cell>();
  for (const cell of cells) {
    if (cell.knownFrom > asOf) continue;
    if (from !== undefined && startsBefore(cell.period, from)) continue;
    if (to !== undefined && startsBefore(to, cell.period)) continue;
    last.set(cell.period, cell);
  }
  return [...last.values()]
    .filter(({ status }) => status !== "withdrawn")
    .sort((left, right) => comparePeriods(left.period, right.period));
}

/** Cells in the order of the vintages, as they are by period and then by vintage. */
function byPeriod(cells: readonly Cell[] = []): Cell[] {
  return cells.toSorted((left, right) => comparePeriods(left.period, right.period));
}

function startsBefore(left: Period, right: Period): boolean {
  return monthsOf(left).first < monthsOf(right).first;
}

function cellsOf({ date, figures }: MemoryVintage): Cell[] {
  return Object.entries(figures).flatMap(([key, values], index) =>
    Object.entries(values).map(([period, text], row) => {
      if (!isPeriod(period))
        throw new TypeError(`Expected a period in the table, found "${period}"`);
      const place = { key, period, knownFrom: date, line: row + 2, column: index + 2 };
      if (text === "n.a.") return { ...place, value: null, status: "missing" as const };
      if (text === "withdrawn") return { ...place, value: null, status: "withdrawn" as const };
      if (!/^-?\d+(\.\d+)?$/.test(text))
        throw new TypeError(`Expected a decimal in the table, found "${text}"`);
      return { ...place, value: text, status: "normal" as const };
    }),
  );
}

function toVintage({ release, date }: MemoryVintage): Vintage {
  const snapshot = {
    sha256: "0".repeat(64),
    fileName: `${release}.txt`,
    url: `https://example.org/${release}.txt`,
    bytes: 0,
    retrieved: date,
  };
  return { release, date, snapshot, note: null };
}
