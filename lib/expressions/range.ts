import type { Frequency } from "#lib/series/frequency";
import {
  frequencyOf,
  isPeriod,
  monthsOf,
  periodDistance,
  shiftPeriod,
  type Period,
} from "#lib/series/period";

/** Two periods of one frequency, both included. */
export interface PeriodSpan {
  readonly from: Period;
  readonly to: Period;
}

const monthsIn = { monthly: 1, quarterly: 3, annual: 12 } as const satisfies Record<
  Frequency,
  number
>;

/** Whether a period of the first frequency is shorter than one of the second. */
export function isFiner(frequency: Frequency, than: Frequency): boolean {
  return monthsIn[frequency] < monthsIn[than];
}

/** The first and last period of a frequency that lie in a period (a year has twelve months); null when none does. */
export function expandPeriod(period: Period, frequency: Frequency): PeriodSpan | null {
  const { first, last } = monthsOf(period);
  const [from, to] = [periodAround(first, frequency), periodAround(last, frequency)];
  return monthsOf(from).first === first && monthsOf(to).last === last ? { from, to } : null;
}

/** The span that ends just before one begins and is as long; null when it would begin before the year 1000. */
export function spanBefore({ from, to }: PeriodSpan): PeriodSpan | null {
  const length = periodDistance(from, to) + 1;
  const earliest = expandPeriod(requirePeriod("1000"), frequencyOf(from));
  if (earliest === null || periodDistance(earliest.from, from) < length) return null;
  return { from: shiftPeriod(from, -length), to: shiftPeriod(to, -length) };
}

/** `2025-01..2025-12`, or the period itself, as it is written in an expression. */
export function describeSpan({ from, to }: PeriodSpan): string {
  return from === to ? from : `${from}..${to}`;
}

/** The period of a frequency that a shorter one, or one as long, lies in. */
export function periodAround(period: Period, frequency: Frequency): Period {
  const year = period.slice(0, 4);
  switch (frequency) {
    case "monthly":
      return period;
    case "quarterly":
      return requirePeriod(`${year}-Q${Math.ceil(Number(monthsOf(period).last.slice(5)) / 3)}`);
    case "annual":
      return requirePeriod(year);
  }
}

function requirePeriod(text: string): Period {
  if (!isPeriod(text)) throw new RangeError(`Expected a period, found "${text}"`);
  return text;
}
