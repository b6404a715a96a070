import type { Cell, VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";

/** What one vintage said of an observation, in whole dollars; null when it had no value. */
interface Word {
  readonly day: VintageDate;
  readonly value: number | null;
}

/** The value of one period of a series, times a factor: what sums and differences are made of. */
export interface Term {
  readonly key: string;
  readonly period: Period;
  readonly times: number;
}

/**
 * The figures of some series through all vintages, as numbers: quick to try thousands of expressions on. A value has at most
 * 15 digits, so that a number holds it; what is proposed is computed again exactly.
 */
export interface FigureTable {
  /** Oldest first. */
  wordsOf(key: string, period: Period): readonly Word[];
  /** The oldest and the newest period with a value in any vintage. */
  spanOf(key: string): { readonly first: Period; readonly last: Period } | null;
  /** The sum of terms as known on a day; null when one has no value then. */
  sumAt(terms: readonly Term[], day: VintageDate): number | null;
  /** The days on which one of the terms was first said or changed, oldest first. */
  daysOf(terms: readonly Term[]): VintageDate[];
}

const none: readonly Word[] = [];

export function createFigureTable(
  series: readonly Series[],
  revisions: ReadonlyMap<string, readonly Cell[]>,
): FigureTable {
  const table = new Map<string, Map<Period, Word[]>>();
  const spans = new Map<string, { first: Period; last: Period }>();
  for (const { key, multiplier } of series) {
    const scale = 10 ** multiplier;
    const byPeriod = new Map<Period, Word[]>();
    let span: { first: Period; last: Period } | null = null;
    for (const { period, knownFrom, value } of revisions.get(key) ?? []) {
      const words = byPeriod.get(period);
      const word = { day: knownFrom, value: value === null ? null : Number(value) * scale };
      if (words === undefined) byPeriod.set(period, [word]);
      else words.push(word);
      if (value !== null) span = { first: span === null ? period : firstOf(span), last: period };
    }
    table.set(key, byPeriod);
    if (span !== null) spans.set(key, span);
  }
  const wordsOf = (key: string, period: Period) => table.get(key)?.get(period) ?? none;
  return {
    wordsOf,
    spanOf: (key) => spans.get(key) ?? null,
    sumAt(terms, day) {
      let sum = 0;
      for (const { key, period, times } of terms) {
        const value = wordsOf(key, period).findLast((word) => word.day <= day)?.value ?? null;
        if (value === null) return null;
        sum += value * times;
      }
      return sum;
    },
    daysOf(terms) {
      const days = new Set<VintageDate>();
      for (const { key, period } of terms) {
        for (const { day } of wordsOf(key, period)) days.add(day);
      }
      return [...days].sort();
    },
  };
}

function firstOf({ first }: { readonly first: Period }): Period {
  return first;
}
