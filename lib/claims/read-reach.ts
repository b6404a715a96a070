import { Decimal } from "#lib/series/decimal";
import { hedgedInterval, hedgePhrases } from "./hedge-words.ts";
import type { Interval } from "./interval.ts";
import { wholeNumberAt } from "./number-words.ts";
import { phraseAt } from "./phrase-table.ts";
import { wordAt, type Token } from "./word-token.ts";

/** How many months a record reaches back, and the place behind the words. */
interface Reach {
  readonly months: Interval;
  readonly end: number;
}

const monthsIn: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120 };

/** "five years", "more than two years", "a decade", "40 months": as long as that, and not another unit longer. */
export function reachAt(tokens: readonly Token[], at: number): Reach | null {
  const hedge = phraseAt(hedgePhrases, tokens, at);
  const start = hedge?.end ?? at;
  const number =
    wholeNumberAt(tokens, start) ??
    (/^an?$/.test(wordAt(tokens, start)) ? { number: 1, end: start + 1 } : null);
  const unit = number && unitOf(wordAt(tokens, number.end));
  if (number === null || !unit || number.number < 1) return null;
  const exact = lasting(number.number, unit);
  const low = exact.low ?? new Decimal(0);
  const months = hedge === null ? exact : hedgedInterval(hedge.value, low, exact);
  return { months, end: number.end + 1 };
}

/** "40-month" and "five-year" before "high". */
export function reachNameAt(tokens: readonly Token[], at: number): Reach | null {
  const [, digits, named] = /^(\d{1,3})-(month|year)$/.exec(wordAt(tokens, at)) ?? [];
  const unit = named === undefined ? undefined : monthsIn[named];
  if (digits !== undefined && unit !== undefined && Number(digits) > 0) {
    return { months: lasting(Number(digits), unit), end: at + 1 };
  }
  return reachAt(tokens, at);
}

/** A decade is said of up to fifteen years; the other units up to the next. */
function lasting(number: number, unit: number): Interval {
  const low = new Decimal(number).times(unit);
  const more = unit === 120 ? unit / 2 : unit;
  return { low, high: low.plus(more), includesLow: true, includesHigh: false };
}

function unitOf(word: string): number | null {
  const name = word.replace(/s$/u, "");
  return Object.hasOwn(monthsIn, name) ? (monthsIn[name] ?? null) : null;
}
