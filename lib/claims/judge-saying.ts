import { Decimal } from "#lib/series/decimal";
import type { Dimension } from "#lib/series/format";
import {
  comparePeriods,
  frequencyOf,
  monthsOf,
  periodDistance,
  type Period,
} from "#lib/series/period";
import type { Evaluation, Value } from "#lib/expressions/value";
import { amountWriter, contains, describeInterval, type Interval } from "./interval.ts";
import { describeValue, type Judgement, type Mismatch, type Verdict } from "./judgement.ts";
import type { Saying, SayingDimension } from "./saying.ts";
import { otherWords } from "./other-words.ts";

/**
 * Holds one saying against the value computed for it. A figure, a hedge or a fraction that misses has `drifted`; where the
 * sign, direction, side, comparison, rank, record, count or period is wrong, the saying has `flipped`.
 */
export function judgeSaying(saying: Saying, evaluation: Evaluation): Judgement | Mismatch {
  const { cells } = evaluation;
  const value = asPercent(saying, evaluation.value);
  const ends = cells.map(({ period }) => monthsOf(period).last).sort(comparePeriods);
  const outcome = decide(saying, value, ends.at(-1) ?? null);
  if ("kind" in outcome) return outcome;
  const { verdict, interval } = outcome;
  const isTrue = verdict === "holds" || verdict === "holds-rounded";
  return {
    verdict,
    evaluation,
    computed: describeValue(evaluation.value),
    interval,
    instead: isTrue ? null : otherWords(saying, value),
  };
}

/** "Up by 2 percent" and "2 percent higher" of a quotient of 1.02. */
function asPercent({ sense, accepts, printed }: Saying, value: Value): Value {
  const isOfChange = sense === "change" || sense === "comparison";
  const inPercent = accepts.type === "values" && accepts.dimension === "percent";
  if (!isOfChange || !inPercent || printed?.isPoints === true) return value;
  if (value.type !== "quantity" || value.dimension !== "number") return value;
  return { ...value, amount: value.amount.minus(1).times(100), dimension: "percent" };
}

interface Outcome {
  readonly verdict: Verdict;
  readonly interval: string | null;
}

/** `last` is the last month of what the value rests on, which is when a record or a run is told. */
function decide(saying: Saying, value: Value, last: Period | null): Outcome | Mismatch {
  const { accepts } = saying;
  if (value.type === "truth") {
    return mismatch(
      saying,
      "the expression says whether something is true",
      "give an expression of an amount, or use holds",
    );
  }
  switch (accepts.type) {
    case "values":
      return value.type === "quantity"
        ? decideAmount(saying, accepts.dimension, accepts.interval, value)
        : mismatch(
            saying,
            `the expression gives a period (${describeValue(value)})`,
            fixOf(saying),
          );
    case "period":
      return value.type === "period"
        ? { verdict: periodVerdict(value.period, accepts.period), interval: null }
        : mismatch(saying, `the expression gives ${describeValue(value)}`, fixOf(saying));
    case "record":
      return decideRecord(saying, accepts.since, accepts.place, value);
    case "month":
      return decideMonth(saying, accepts.month, value, last);
    case "reach":
      return decideReach(saying, accepts.months, value, last);
    case "every":
      return decideEvery(saying, accepts.since, value, last);
  }
}

function decideAmount(
  saying: Saying,
  dimension: SayingDimension,
  interval: Interval,
  value: Extract<Value, { type: "quantity" }>,
): Outcome | Mismatch {
  const amount = inDimension(value.amount, value.dimension, dimension);
  if (amount === null) {
    return mismatch(
      saying,
      `the words print ${dimensionNames[dimension]}, the expression gives ${dimensionNames[value.dimension]}`,
      unitFixes[dimension],
    );
  }
  return {
    verdict: contains(interval, amount)
      ? isExact(saying, amount)
        ? "holds"
        : "holds-rounded"
      : missed(saying, dimension, interval, amount),
    interval: describeInterval(interval, boundWriter(saying, dimension, value.dimension)),
  };
}

/** Words without a figure hold as they are; a figure holds exactly when it is the value. */
function isExact({ printed, accepts }: Saying, amount: Decimal): boolean {
  if (accepts.type === "values" && /ratio|growth/.test(accepts.dimension)) return false;
  return printed === null || printed.amount.abs().eq(amount.abs());
}

/** A value in the dimension of the words; null where the two cannot be compared. */
function inDimension(amount: Decimal, of: Dimension, wanted: SayingDimension): Decimal | null {
  if (wanted === "any" || wanted === of) return amount;
  if (of === "number") return wanted === "ratio" || wanted === "growth" ? amount : null;
  if (of !== "percent") return null;
  if (wanted === "ratio") return amount.div(100);
  return wanted === "growth" ? amount.div(100).plus(1) : null;
}

/** The verdict on a value outside the interval. */
function missed(
  { sense, printed }: Saying,
  dimension: SayingDimension,
  interval: Interval,
  amount: Decimal,
): Verdict {
  if (sense === "rank" || sense === "count") return "flipped";
  const isWords = printed === null && dimension === "any";
  if (isWords) return "flipped";
  const start = dimension === "growth" ? 1 : 0;
  const side = sideOf(interval, start);
  const found = Math.sign(amount.minus(start).toNumber());
  // 0 printed for a little more or less is drift; "fell by $5 billion" of no change at all is not.
  const isZeroKept = found === 0 && sense === "amount";
  return side === 0 || side === found || isZeroKept ? "drifted" : "flipped";
}

/** 1 when all values lie above a start, -1 when all lie below, else 0. */
function sideOf({ low, high }: Interval, start: number): number {
  if (low?.gte(start) === true) return 1;
  return high?.lte(start) === true ? -1 : 0;
}

function decideRecord(
  saying: Saying,
  since: Period | null,
  place: number,
  value: Value,
): Outcome | Mismatch {
  if (value.type === "quantity" && value.dimension === "number" && since === null) {
    return { verdict: value.amount.eq(place) ? "holds" : "flipped", interval: null };
  }
  if (place !== 1 && since !== null) {
    const fix =
      'say it of the whole record ("third-highest on record") with record_rank(KEY, PERIOD)';
    return mismatch(saying, "no expression gives a place since a time", fix);
  }
  if (value.type !== "period" || place !== 1) {
    return mismatch(saying, `the expression gives ${describeValue(value)}`, fixOf(saying));
  }
  if (since === null) {
    return { verdict: value.period === null ? "holds" : "flipped", interval: null };
  }
  return { verdict: periodVerdict(value.period, since), interval: null };
}

/** "The lowest since November": since the last one, less than a year before. */
function decideMonth(
  saying: Saying,
  month: number,
  value: Value,
  last: Period | null,
): Outcome | Mismatch {
  if (value.type !== "period" || last === null) {
    return mismatch(saying, `the expression gives ${describeValue(value)}`, fixOf(saying));
  }
  if (value.period === null) return { verdict: "flipped", interval: null };
  const isLast = periodDistance(monthsOf(value.period).last, last) < 12;
  const isMonth = value.period.endsWith(`-${String(month).padStart(2, "0")}`);
  return { verdict: isLast && isMonth ? "holds" : "flipped", interval: null };
}

/** "The lowest in five years": so long since it was as low. */
function decideReach(
  saying: Saying,
  months: Interval,
  value: Value,
  last: Period | null,
): Outcome | Mismatch {
  if (value.type !== "period" || last === null) {
    return mismatch(saying, `the expression gives ${describeValue(value)}`, fixOf(saying));
  }
  if (value.period === null) return { verdict: "flipped", interval: null };
  const reached = new Decimal(periodDistance(monthsOf(value.period).last, last));
  return { verdict: contains(months, reached) ? "holds-rounded" : "flipped", interval: null };
}

/** "Every year since 2019": as many as there are up to the last that is looked at. */
function decideEvery(
  saying: Saying,
  since: Period,
  value: Value,
  last: Period | null,
): Outcome | Mismatch {
  if (value.type !== "quantity" || value.dimension !== "number" || last === null) {
    return mismatch(saying, `the expression gives ${describeValue(value)}`, fixOf(saying));
  }
  const behind = periodDistance(monthsOf(since).last, last) / lengthInMonths(since);
  const isEvery = behind > 0 && value.amount.gte(behind);
  return { verdict: isEvery ? "holds" : "flipped", interval: `at least ${Math.ceil(behind)}` };
}

function lengthInMonths(period: Period): number {
  return { annual: 12, quarterly: 3, monthly: 1 }[frequencyOf(period)];
}

/** "2008" is right for September 2008: a year printed covers its months. */
function periodVerdict(found: Period | null, printed: Period): Verdict {
  if (found === null) return "flipped";
  if (found === printed) return "holds";
  const [part, whole] = [monthsOf(found), monthsOf(printed)];
  return part.first >= whole.first && part.last <= whole.last ? "holds-rounded" : "flipped";
}

/** Bounds as a reader of the receipt compares them with the value: in its dimension and the scale printed. */
function boundWriter({ printed }: Saying, dimension: SayingDimension, of: Dimension) {
  const power = dimension === "USD" ? printed?.power : undefined;
  const write = amountWriter(of, { power });
  return (bound: Decimal): string => {
    if (of !== "percent" || (dimension !== "ratio" && dimension !== "growth")) return write(bound);
    return write((dimension === "growth" ? bound.minus(1) : bound).times(100));
  };
}

const dimensionNames: Readonly<Record<SayingDimension, string>> = {
  USD: "dollars",
  percent: "percent",
  number: "a plain number",
  ratio: "a part or a multiple",
  growth: "a change to a multiple",
  any: "a direction",
};

/** What gives a value of each dimension. */
const unitFixes: Readonly<Record<SayingDimension, string>> = {
  USD: "use at(KEY, PERIOD), sum(KEY, RANGE) or change(KEY, PERIOD, EARLIER) for dollars",
  percent:
    "use pct_change(KEY, PERIOD, EARLIER) for a change in percent, or share(PART, WHOLE, PERIOD) for a part in percent",
  number: "use an expression that gives a plain number, such as rank(KEY, PERIOD)",
  ratio: "use A / B, or share(PART, WHOLE, PERIOD)",
  growth: "use pct_change(KEY, PERIOD, EARLIER), or the later divided by the earlier",
  any: "use an expression of an amount",
};

function fixOf({ sense, accepts, extreme }: Saying): string {
  switch (sense) {
    case "period":
      return "use an expression that gives a period, such as lowest_since(KEY, PERIOD)";
    case "record":
      return accepts.type === "record" && accepts.place > 1
        ? "use record_rank(KEY, PERIOD)"
        : `use ${extreme ?? "lowest"}_since(KEY, PERIOD)`;
    case "rank":
      return "use rank(KEY, PERIOD)";
    case "count":
      return "use run(CONDITION, KEY, PERIOD) or count(CONDITION, KEY, RANGE)";
    default:
      return "use an expression that gives an amount";
  }
}

function mismatch({ text }: Saying, found: string, fix: string): Mismatch {
  return {
    kind: "unit-mismatch",
    message: `"${text}" cannot be held against it: ${found}; ${fix}`,
  };
}
