import type { Cell } from "#lib/series/observation";
import { monthsOf, periodDistance, periodsBetween, type Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import { add, fractionFrom, type Fraction } from "./fraction.ts";
import { expandPeriod, periodAround, type PeriodSpan } from "./range.ts";
import type { PeriodicNode, SeriesNode } from "./series-node.ts";
import { periodicFrequency, shapeOf, type SeriesShape } from "./series-shape.ts";

/** One value in base units (whole dollars for USD, whatever the multiplier of the series), and the cells it is made of. */
export interface Reading {
  readonly period: Period;
  readonly amount: Fraction;
  readonly cells: readonly Cell[];
}

/** What was read for each key; of a series of first prints, those. */
export type CellsByKey = ReadonlyMap<string, readonly Cell[]>;

type SeriesByKey = ReadonlyMap<string, Series>;

/**
 * The values of a series by period, ascending. Series added up have a value where all have one, longer periods where each
 * shorter one has (for a stock: the last).
 */
export function valuesOf(
  node: SeriesNode,
  cells: CellsByKey,
  series: SeriesByKey,
): ReadonlyMap<Period, Reading> {
  switch (node.kind) {
    case "key": {
      const own = requireShape(series.get(node.key));
      return byPeriod((cells.get(node.key) ?? []).flatMap((cell) => readCell(cell, own) ?? []));
    }
    case "keys": {
      const [first, ...others] = node.keys.map((key) => valuesOf(key, cells, series));
      const whole = [...(first?.values() ?? [])].flatMap((reading) => {
        const parts = others.flatMap((each) => each.get(reading.period) ?? []);
        return parts.length === others.length
          ? addReadings(reading.period, [reading, ...parts])
          : [];
      });
      return byPeriod(whole);
    }
    case "periodic":
      return longerValues(node, valuesOf(node.of, cells, series), series);
    case "firstPrinted":
      return valuesOf(node.of, cells, series);
  }
}

/** The periods of the keys within that the value of a period is made of. */
export function leafPeriods(node: SeriesNode, period: Period, series: SeriesByKey): Period[] {
  if (node.kind !== "periodic") return [period];
  const { kind, frequency } = requireShape(shapeOf(node.of, series));
  const span = expandPeriod(period, frequency);
  if (span === null) throw new TypeError("An expression was evaluated that was not checked");
  const inner = kind === "stock" ? [span.to] : periodsBetween(span.from, span.to);
  return inner.flatMap((each) => leafPeriods(node.of, each, series));
}

/** The bounds, in periods of the keys within, that a span of a series is made of. */
export function leafSpan(
  node: SeriesNode,
  { from, to }: PeriodSpan,
  series: SeriesByKey,
): PeriodSpan {
  const [first] = leafPeriods(node, from, series);
  const last = leafPeriods(node, to, series).at(-1);
  return { from: first ?? from, to: last ?? to };
}

function longerValues(
  node: PeriodicNode,
  inner: ReadonlyMap<Period, Reading>,
  series: SeriesByKey,
): ReadonlyMap<Period, Reading> {
  const { kind } = requireShape(shapeOf(node.of, series));
  const groups = new Map<Period, Reading[]>();
  for (const reading of inner.values()) {
    const longer = periodAround(reading.period, periodicFrequency[node.name]);
    const group = groups.get(longer);
    if (group) group.push(reading);
    else groups.set(longer, [reading]);
  }
  const values = [...groups].flatMap(([period, readings]): Reading[] => {
    const last = readings.at(-1);
    const [first] = readings;
    if (!first || !last || monthsOf(last.period).last !== monthsOf(period).last) return [];
    if (kind === "stock") return [{ ...last, period }];
    const isWhole =
      monthsOf(first.period).first === monthsOf(period).first &&
      periodDistance(first.period, last.period) + 1 === readings.length;
    return isWhole ? [addReadings(period, readings)] : [];
  });
  return byPeriod(values);
}

function readCell(cell: Cell, { multiplier }: Series): Reading | null {
  if (cell.value === null) return null;
  return { period: cell.period, amount: fractionFrom(cell.value, multiplier), cells: [cell] };
}

function addReadings(period: Period, readings: readonly Reading[]): Reading {
  const amount = readings.map((reading) => reading.amount).reduce(add);
  return { period, amount, cells: readings.flatMap(({ cells }) => cells) };
}

function byPeriod(readings: readonly Reading[]): ReadonlyMap<Period, Reading> {
  return new Map(readings.map((reading) => [reading.period, reading]));
}

function requireShape<T extends SeriesShape>(shape: T | undefined): T {
  if (shape === undefined) throw new TypeError("A series was not checked before it is read");
  return shape;
}
