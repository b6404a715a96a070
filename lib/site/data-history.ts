import { Decimal } from "#lib/series/decimal";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import { differenceOf } from "./data-figures.ts";
import { neverViolated, type IsViolated } from "./data-violated.ts";

/** What one vintage said of an observation. `value` is null when it was missing or withdrawn. */
export interface Print {
  readonly vintage: VintageDate;
  readonly value: string | null;
  readonly status: Cell["status"];
  /** It is part of a sum that did not hold in this vintage, or in a later one that said the same. */
  readonly violated: boolean;
}

/** One observation through all vintages. */
export interface ObservationHistory {
  readonly period: Period;
  /** Oldest first; each differs from the one before it. */
  readonly prints: readonly Print[];
  /** Last value less first value; null when either is none. */
  readonly revision: string | null;
}

/** One step of an observation from one vintage to a later one. Amounts are in the unit of the series. */
export interface RevisionStep {
  readonly period: Period;
  readonly from: Print;
  readonly to: Print;
  /** Null when the observation became missing, was withdrawn, or came back. */
  readonly difference: string | null;
}

/** The observations of a series as known on a day, by period: the last word on each, but for the withdrawn. */
export function cellsAsOf(history: readonly Cell[], asOf: VintageDate): Cell[] {
  const last = new Map<Period, Cell>();
  for (const cell of history) {
    if (cell.knownFrom <= asOf) last.set(cell.period, cell);
  }
  return [...last.values()].filter(({ status }) => status !== "withdrawn");
}

/** Each observation with what the vintages up to a day said of it, by period. `history` is in the order of the store. */
export function historiesAsOf(
  history: readonly Cell[],
  asOf: VintageDate,
  isViolated: IsViolated = neverViolated,
): ObservationHistory[] {
  const prints = new Map<Period, Omit<Print, "violated">[]>();
  for (const { period, knownFrom, value, status } of history) {
    if (knownFrom > asOf) continue;
    const list = prints.get(period) ?? [];
    prints.set(period, list);
    const before = list.at(-1);
    // An older vintage that was loaded later makes a newer one say again what it had said.
    if (before?.status === status && isSame(before.value, value)) continue;
    list.push({ vintage: knownFrom, value, status });
  }
  return [...prints].map(([period, list]) => ({
    period,
    prints: list.map((print, index) => ({
      ...print,
      violated: isViolated(period, print.vintage, list[index + 1]?.vintage ?? null),
    })),
    revision: differenceOf(list[0]?.value ?? null, list.at(-1)?.value ?? null),
  }));
}

/** Every step from one vintage to a later one, the largest first; those without a difference come last. */
export function revisionSteps(histories: readonly ObservationHistory[]): RevisionStep[] {
  const steps = histories.flatMap(({ period, prints }) =>
    prints.slice(1).flatMap((to, index): RevisionStep[] => {
      const from = prints[index];
      if (from === undefined) return [];
      return [{ period, from, to, difference: differenceOf(from.value, to.value) }];
    }),
  );
  const size = ({ difference }: RevisionStep): Decimal => new Decimal(difference ?? "-1").abs();
  return steps.sort((left, right) => {
    if ((left.difference === null) !== (right.difference === null))
      return left.difference === null ? 1 : -1;
    return size(right).cmp(size(left)) || (left.period < right.period ? 1 : -1);
  });
}

/** How much a series is revised, from the first value of each observation to its last. */
export interface RevisionCount {
  /** Observations with a value. */
  readonly observations: number;
  readonly revised: number;
  /** Over the revised ones, in the unit of the series, rounded to one decimal; null when none was. */
  readonly meanAbsolute: string | null;
  /** Revised observations whose sign changed. */
  readonly signChanged: number;
}

export function countRevisions(histories: readonly ObservationHistory[]): RevisionCount {
  const valued = histories.filter(({ prints }) => prints.some(({ value }) => value !== null));
  const revised = valued.filter(
    ({ prints, revision }) =>
      prints.length > 1 && revision !== null && !new Decimal(revision).isZero(),
  );
  const sum = revised.reduce(
    (total, { revision }) => total.plus(new Decimal(revision ?? 0).abs()),
    new Decimal(0),
  );
  const signChanged = revised.filter(({ prints }) => {
    const product = new Decimal(prints[0]?.value ?? 0).times(prints.at(-1)?.value ?? 0);
    return product.isNegative() && !product.isZero();
  });
  return {
    observations: valued.length,
    revised: revised.length,
    meanAbsolute: revised.length === 0 ? null : sum.div(revised.length).toFixed(1),
    signChanged: signChanged.length,
  };
}

function isSame(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return left === right;
  return new Decimal(left).eq(right);
}
