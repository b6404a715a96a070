import { contains, type Interval } from "#lib/claims/interval";
import type { Saying } from "#lib/claims/saying";
import { periodAround } from "#lib/expressions/range";
import type { Evaluation, Value } from "#lib/expressions/value";
import { Decimal } from "#lib/series/decimal";
import {
  comparePeriods,
  frequencyOf,
  monthsOf,
  periodDistance,
  shiftPeriod,
  type Period,
} from "#lib/series/period";

/** The values that the words of a claim accept, in the unit of the value computed. Plain data, as steps are. */
export type Accepted =
  | {
      readonly type: "values";
      /** A bound of null is none. */
      readonly low: string | null;
      readonly includesLow: boolean;
      readonly high: string | null;
      readonly includesHigh: boolean;
    }
  /** A period that lies within these, both included. */
  | { readonly type: "period"; readonly from: Period; readonly to: Period }
  | { readonly type: "no-period" }
  | { readonly type: "truth" };

/** The longest that a record of ours could reach back, in months. */
const longestReach = 12 * 200;

/**
 * What a saying accepts (null for a statement, which must be true) of the value of an evaluation that it can be said of. What
 * the words leave to the day they were said on ("the lowest in five years") is told in periods.
 */
export function acceptedBy(saying: Saying | null, { value, cells }: Evaluation): Accepted {
  if (saying === null) return { type: "truth" };
  const { accepts } = saying;
  const last = cells
    .map(({ period }) => monthsOf(period).last)
    .sort(comparePeriods)
    .at(-1);
  switch (accepts.type) {
    case "values":
      return valuesIn(inUnitOf(saying, accepts, value));
    case "period":
      return within(accepts.period);
    case "record":
      if (value.type === "quantity") return valuesFrom(accepts.place, accepts.place);
      return accepts.since === null ? { type: "no-period" } : within(accepts.since);
    case "month":
      return within(monthBefore(accepts.month, needed(last)));
    case "reach":
      return reachedBy(accepts.months, needed(last), value);
    case "every": {
      const months = periodDistance(monthsOf(accepts.since).last, needed(last));
      const length = { annual: 12, quarterly: 3, monthly: 1 }[frequencyOf(accepts.since)];
      return valuesFrom(Math.ceil(months / length), null);
    }
  }
}

/** Words count parts in ones and changes from the start; the interval is brought to how the expression counts. */
function inUnitOf(
  { sense, printed }: Saying,
  { dimension, interval }: Extract<Saying["accepts"], { type: "values" }>,
  value: Value,
): Interval {
  if (value.type !== "quantity") throw new TypeError("Expected the value of words that say values");
  const isOfChange = sense === "change" || sense === "comparison";
  if (value.dimension === "number" && dimension === "percent") {
    // "2 percent higher" of a quotient of 1.02.
    return isOfChange && printed?.isPoints !== true
      ? mapped(interval, (bound) => bound.div(100).plus(1))
      : interval;
  }
  if (value.dimension !== "percent") return interval;
  if (dimension === "ratio") return mapped(interval, (bound) => bound.times(100));
  if (dimension === "growth") return mapped(interval, (bound) => bound.minus(1).times(100));
  return interval;
}

function mapped(interval: Interval, map: (bound: Decimal) => Decimal): Interval {
  const { low, high } = interval;
  return {
    ...interval,
    low: low === null ? null : map(low),
    high: high === null ? null : map(high),
  };
}

function valuesIn({ low, high, includesLow, includesHigh }: Interval): Accepted {
  const [from, to] = [low?.toFixed() ?? null, high?.toFixed() ?? null];
  return { type: "values", low: from, includesLow, high: to, includesHigh };
}

function valuesFrom(low: number, high: number | null): Accepted {
  return {
    type: "values",
    low: String(low),
    includesLow: true,
    high: high === null ? null : String(high),
    includesHigh: true,
  };
}

function within(period: Period): Accepted {
  const { first, last } = monthsOf(period);
  return { type: "period", from: first, to: last };
}

/** The last such month of the year before one. */
function monthBefore(month: number, last: Period): Period {
  const back = (Number(last.slice(5)) - month + 12) % 12;
  return shiftPeriod(last, -back);
}

/** The periods, as long as the one found, that end so many months before the last. */
function reachedBy(months: Interval, last: Period, value: Value): Accepted {
  const reached = Array.from({ length: longestReach }, (_, back) => back).filter((back) =>
    contains(months, new Decimal(back)),
  );
  const [nearest, farthest] = [reached.at(0), reached.at(-1)];
  if (nearest === undefined || farthest === undefined)
    throw new TypeError("Expected words that some record could bear out");
  const frequency = frequencyOf(
    value.type === "period" && value.period !== null ? value.period : last,
  );
  const oldest = periodAround(shiftPeriod(last, -farthest), frequency);
  return {
    type: "period",
    from: monthsOf(oldest).first,
    to: shiftPeriod(last, -nearest),
  };
}

function needed(period: Period | undefined): Period {
  if (period === undefined) throw new TypeError("Expected cells that say when a record is told");
  return period;
}
