import { Decimal } from "#lib/series/decimal";
import type { Cell } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import { unitLabel } from "#lib/series/unit";

/** A cell that a sentence rests on and that two vintages give differently. Values are decimals as published. */
export interface MovedCell {
  readonly key: string;
  readonly title: string;
  readonly period: Period;
  /** "USD million" */
  readonly unit: string;
  /** Null where that vintage has none, or the sentence did not rest on it there. */
  readonly before: string | null;
  readonly after: string | null;
  /** After less before; null when either is null. */
  readonly difference: string | null;
}

/**
 * The cells that differ between two readings of one sentence, the largest difference first and cells that only one of them
 * has at the end. `1021` and `1021.0` are one value.
 */
export function findMoved(
  before: readonly Cell[],
  after: readonly Cell[],
  seriesOf: ReadonlyMap<string, Series>,
): MovedCell[] {
  // A comparison of two vintages reads a cell in both: the later is what the reading is about.
  const [old, now] = [lastOfEach(before), lastOfEach(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const moved = names.flatMap((name) => {
    const [one, other] = [old.get(name), now.get(name)];
    const cell = other ?? one;
    const series = cell && seriesOf.get(cell.key);
    if (!series || isSame(one?.value ?? null, other?.value ?? null)) return [];
    return [toMoved(cell, series, one?.value ?? null, other?.value ?? null)];
  });
  return moved
    .sort((left, right) => right.size.comparedTo(left.size))
    .map(({ moved: shown }) => shown);
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
