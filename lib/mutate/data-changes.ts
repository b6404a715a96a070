import { Decimal } from "#lib/series/decimal";
import type { Cell } from "#lib/series/observation";
import type { Period } from "#lib/series/period";

/** New values of some observations, by series and period. */
export type NewValues = ReadonlyMap<string, ReadonlyMap<Period, string>>;

/** A cell with the value that a change gives it. */
type NewValue = readonly [cell: Cell, value: Decimal];

/** How many of the cells that a claim reads are changed one at a time. */
const mostCells = 48;

/**
 * The cells to change one at a time: all of them, or some spread evenly over each series. The first and the last of a series
 * are always among them: a rank reads its own series first, a record its own period last.
 */
export function chooseCells(cells: readonly Cell[]): Cell[] {
  if (cells.length <= mostCells) return [...cells];
  const ends = [...bySeries(cells).values()].flatMap((own) => [own.at(0), own.at(-1)]);
  const step = cells.length / mostCells;
  const spread = Array.from({ length: mostCells }, (_, index) => cells[Math.floor(index * step)]);
  return [...new Set([...ends, ...spread])]
    .filter((cell) => cell !== undefined)
    .slice(0, 2 * mostCells);
}

/**
 * What one observation could say instead: the other sign, more and less by growing steps, the last of them beyond all that
 * the claim reads. The smallest is a hundredth, more than what a figure of three digits leaves open.
 */
export function changesOfCell(cell: Cell, cells: readonly Cell[]): NewValues[] {
  const value = valueOf(cell);
  const size = value.abs();
  const largest = cells.reduce((most, each) => Decimal.max(most, valueOf(each).abs()), size);
  const beyond = largest.isZero() ? new Decimal(1) : largest.times(3);
  const steps = [beyond, size.times("0.01"), size.times("0.1"), size, beyond.times(100)];
  const moved = steps.flatMap((step) => [value.plus(step), value.minus(step)]);
  return [value.negated(), ...moved]
    .filter((changed) => !changed.eq(value))
    .map((changed) => toNewValues([[cell, changed]]));
}

/** Two observations with each other's value: neighbours in time, and the first series read with each of its peers. */
export function swapsOf(cells: readonly Cell[]): NewValues[] {
  const [first] = cells;
  const pairs = cells.flatMap((cell, index): (readonly [Cell, Cell])[] => {
    const next = cells[index + 1];
    return [
      ...(next?.key === cell.key ? [[cell, next] as const] : []),
      ...(first && first.key !== cell.key && first.period === cell.period
        ? [[first, cell] as const]
        : []),
    ];
  });
  return pairs.map(([left, right]) =>
    toNewValues([
      [left, valueOf(right)],
      [right, valueOf(left)],
    ]),
  );
}

/** All observations together, and all of one series together: doubled, halved, with the other sign. */
export function changesOfAll(cells: readonly Cell[]): NewValues[] {
  const series = [...bySeries(cells).values()];
  const groups = series.length > 1 ? [cells, ...series.slice(0, mostCells)] : [cells];
  return groups.flatMap((group) =>
    ["2", "0.5", "-1"].map((factor) =>
      toNewValues(group.map((cell): NewValue => [cell, valueOf(cell).times(factor)])),
    ),
  );
}

function bySeries(cells: readonly Cell[]): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const own = groups.get(cell.key);
    if (own) own.push(cell);
    else groups.set(cell.key, [cell]);
  }
  return groups;
}

function valueOf({ value }: Cell): Decimal {
  return new Decimal(value ?? 0);
}

function toNewValues(changes: readonly NewValue[]): NewValues {
  const values = new Map<string, Map<Period, string>>();
  for (const [{ key, period }, value] of changes) {
    const own = values.get(key) ?? new Map<Period, string>();
    values.set(key, own.set(period, value.toFixed()));
  }
  return values;
}
