import type { Frequency } from "#lib/series/frequency";
import { comparePeriods, frequencyOf, isPeriod, monthsOf, type Period } from "#lib/series/period";
import type { PeriodRange } from "#lib/series/reader";
import type { ParameterError } from "./problem-details.ts";

const fineness = { annual: 0, quarterly: 1, monthly: 2 } as const satisfies Record<
  Frequency,
  number
>;

/**
 * The range `from` and `to` mean for a series: a year means its first or last month or quarter. Refused when an end is finer
 * than the series, or when the range ends before it begins.
 */
export function rangeOf(
  frequency: Frequency,
  { from, to }: PeriodRange,
):
  | { readonly ok: true; readonly value: PeriodRange }
  | { readonly ok: false; readonly errors: readonly ParameterError[] } {
  const ends = { from, to };
  const errors = (["from", "to"] as const).flatMap((parameter): ParameterError[] => {
    const end = ends[parameter];
    if (end === undefined || fineness[frequencyOf(end)] <= fineness[frequency]) return [];
    return [
      { parameter, message: `expected a period of a series that is ${frequency}, found "${end}"` },
    ];
  });
  if (errors.length > 0) return { ok: false, errors };
  const value = {
    from: from && endOf(from, frequency, "first"),
    to: to && endOf(to, frequency, "last"),
  };
  if (value.from && value.to && comparePeriods(value.from, value.to) > 0) {
    const message = `expected a period up to the end of the range, ${to ?? ""}, found "${from ?? ""}"`;
    return { ok: false, errors: [{ parameter: "from", message }] };
  }
  return { ok: true, value };
}

/** The first or last period of a frequency within a period that is as long or longer. */
function endOf(period: Period, frequency: Frequency, end: "first" | "last"): Period {
  if (frequencyOf(period) === frequency) return period;
  if (frequency === "monthly") return monthsOf(period)[end];
  const quarter = `${period}-Q${end === "first" ? 1 : 4}`;
  if (!isPeriod(quarter)) throw new RangeError(`${period} has no ${quarter}`);
  return quarter;
}
