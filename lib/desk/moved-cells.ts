import { Decimal } from "#lib/series/decimal";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { unitLabel } from "#lib/series/unit";

/** A cell that a sentence rests on and that two vintages give differently. Values are decimals as published. */
export interface MovedCell {
  readonly key: string;
  readonly title: string;
  readonly period: Period;
  /** "USD million" */
  readonly unit: string;
  /** Null where that vintage has none. */
  readonly before: string | null;
  readonly after: string | null;
  /** After less before; null when either is null. */
  readonly difference: string | null;
}

/** What a sentence rests on at a vintage. */
export interface CellsRead {
  readonly vintage: VintageDate;
  readonly cells: readonly Cell[];
}

/**
 * The cells that differ between two readings of one sentence, the largest difference first and cells that only one vintage
 * has at the end. What only one of the readings rests on is looked up for the other: a record that is told of another month
 * has not moved the cells of the first. `1021` and `1021.0` are one value.
 */
export async function findMoved(
  before: CellsRead,
  after: CellsRead,
  reader: SeriesReader,
): Promise<MovedCell[]> {
  // A comparison of two vintages reads a cell in both: the later is what the reading is about.
  const [old, now] = [lastOfEach(before.cells), lastOfEach(after.cells)];
  const cells = new Map([...old, ...now]);
  const moved = await Promise.all(
    [...cells].map(async ([name, cell]) => {
      const series = await reader.describe(cell.key);
      const one = old.get(name) ?? (await lookUp(cell, before.vintage, reader));
      const other = now.get(name) ?? (await lookUp(cell, after.vintage, reader));
      if (!series || isSame(one?.value ?? null, other?.value ?? null)) return [];
      return [toMoved(cell, series, one?.value ?? null, other?.value ?? null)];
    }),
  );
  return moved
    .flat()
    .sort((left, right) => right.size.comparedTo(left.size))
    .map(({ moved: shown }) => shown);
}

async function lookUp(
  { key, period }: Cell,
  vintage: VintageDate,
  reader: SeriesReader,
): Promise<Cell | undefined> {
  const cells = await reader.read([key], vintage, { from: period, to: period });
  return cells.get(key)?.find((cell) => cell.period === period);
}

function lastOfEach(cells: readonly Cell[]): Map<string, Cell> {
  const byVintage = cells.toSorted((left, right) =>
    left.knownFrom.localeCompare(right.knownFrom, "en"),
  );
  return new Map(byVintage.map((cell) => [`${cell.key} ${cell.period}`, cell]));
}

function isSame(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : new Decimal(one).eq(other);
}

/** With its size in base units, by which cells of different units are put in order. */
function toMoved(
  { key, period }: Cell,
  { title, unit, multiplier }: Series,
  before: string | null,
  after: string | null,
): { moved: MovedCell; size: Decimal } {
  const difference = before === null || after === null ? null : new Decimal(after).minus(before);
  return {
    moved: {
      key,
      title,
      period,
      unit: unitLabel(unit, multiplier),
      before,
      after,
      difference: difference?.toFixed() ?? null,
    },
    size: difference?.abs().times(Decimal.pow(10, multiplier)) ?? new Decimal(-1),
  };
}
