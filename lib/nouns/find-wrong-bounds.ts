import type { TextSpan } from "#lib/claims/text-span";
import {
  comparePeriods,
  monthPeriod,
  periodDistance,
  shiftPeriod,
  type Period,
} from "#lib/series/period";
import type { Stray } from "./find-strays.ts";
import { mostLookedAt } from "./judge-topic.ts";
import type { ClaimUnits } from "./mention-units.ts";
import type { NamedTime, PeriodBound } from "./period-bound.ts";
import { lastMonthOf, type PeriodMention } from "./period-mention.ts";
import { firstFrom, startingIn } from "./span-index.ts";
import type { Subject } from "./subject.ts";
import { monthsIn, type MonthSpan } from "./subject-periods.ts";

/** A block with the times that its words and claims name. */
export interface TimedBlock {
  readonly text: string;
  readonly claims: readonly (TextSpan & { readonly subject: Subject })[];
  readonly units: readonly ClaimUnits[];
  readonly periods: readonly PeriodMention[];
  /** Whether words of its sentence name the months of a claim. */
  readonly isNamed: (claim: number) => boolean;
  /** The day of the article, YYYY-MM-DD. */
  readonly published: string | undefined;
}

type Verdict = "fits" | "beside" | "contradicts";

/**
 * Bounds in the clause of a claim that go with none of its claims: with one of them they must not be at odds, unless they fit
 * another. "Since" needs a claim that tells a start, "three years later" another time to count from; else both are let be.
 */
export function findWrongBounds(
  bounds: readonly PeriodBound[],
  block: TimedBlock,
): Stray<PeriodBound>[] {
  const wrong: Stray<PeriodBound>[] = [];
  let last = -1;
  for (const [claim, units] of block.units.entries()) {
    const first = firstFrom(block.claims, units.clause.start);
    if (first === last) continue;
    last = first;
    const own = startingIn(block.claims, units.clause).slice(0, mostLookedAt);
    for (const mention of startingIn(bounds, units.clause).slice(0, mostLookedAt)) {
      const verdicts = own.map((_, step) => judge(mention, claim + step, block));
      const away = (step: number) => distance(mention, own[step] ?? mention);
      const [nearest] = [...verdicts.keys()]
        .filter((step) => verdicts[step] === "contradicts")
        .sort((left, right) => away(left) - away(right));
      if (nearest === undefined || verdicts.includes("fits")) continue;
      wrong.push({ claim: claim + nearest, mention });
    }
  }
  return wrong;
}

function distance(mention: TextSpan, { start, end }: TextSpan): number {
  return Math.max(start - mention.end, mention.start - end, 0);
}

function judge(bound: PeriodBound, claim: number, block: TimedBlock): Verdict {
  const { subject } = block.claims[claim] ?? {};
  if (subject === undefined) return "beside";
  if (bound.type === "average") return subject.periods.isAverage ? "fits" : "contradicts";
  if (!subject.periods.isComplete) return "beside";
  const { spans } = subject.periods;
  switch (bound.type) {
    case "since":
      return judgeSince(bound.time, spans, block.isNamed(claim));
    case "before":
    case "after":
    case "until":
      return judgeSide(bound.type, bound.time, spans);
    case "apart":
      return judgeApart(bound, claim, block);
    case "rate":
      return judgeRate(bound, claim, block);
    case "ago":
      return judgeAgo(bound, claim, block);
  }
}

/**
 * Of a change its earlier end, of a sum its first month. What is bought "since the end of 2024", or "since April", may begin in
 * the month after. A sum whose months are named beside it is of those.
 */
function judgeSince(time: NamedTime, spans: readonly MonthSpan[], isNamed: boolean): Verdict {
  const origins = spans.filter(({ isEarlier }) => isEarlier);
  const sums = isNamed ? [] : spans.filter(({ isPoint }) => !isPoint);
  const starts =
    origins.length > 0
      ? origins.flatMap(({ from, to, isPoint }) =>
          isPoint ? [to, shiftPeriod(to, 1)] : [from, to],
        )
      : sums.flatMap(({ from }) => (isMonth(time) ? [from, shiftPeriod(from, -1)] : [from]));
  if (starts.length === 0) return "beside";
  return starts.some((start) => holds(time, start)) ? "fits" : "contradicts";
}

function isMonth(time: NamedTime): boolean {
  return time.type === "month" || comparePeriods(time.from, time.to) === 0;
}

function holds(time: NamedTime, period: Period): boolean {
  return time.type === "month"
    ? Number(period.slice(5)) === time.month
    : comparePeriods(time.from, period) <= 0 && comparePeriods(period, time.to) <= 0;
}

/** All months of a sum lie on the side that words name; of stocks alone, the month of one of them. */
function judgeSide(
  side: "before" | "after" | "until",
  time: NamedTime,
  spans: readonly MonthSpan[],
): Verdict {
  const later = spans.filter(({ isEarlier }) => isEarlier !== true);
  if (later.length === 0) return "beside";
  const sums = later.filter(({ isPoint }) => !isPoint);
  const held = sums.length > 0 ? sums : later;
  return held.every((span) => isBeyond(side, time, span)) ? "contradicts" : "beside";
}

/** Of a month of any year, whether it lies among those of the span but at its end for "until". */
function isBeyond(
  side: "before" | "after" | "until",
  time: NamedTime,
  { from, to }: MonthSpan,
): boolean {
  if (time.type === "month") {
    const last = side === "until" ? shiftPeriod(to, -1) : to;
    const months = Math.min(12, periodDistance(from, last) + 1);
    return Array.from({ length: Math.max(0, months) }, (_, step) => shiftPeriod(from, step)).some(
      (period) => holds(time, period),
    );
  }
  if (side === "after") return comparePeriods(from, time.to) <= 0;
  return side === "before" ? comparePeriods(to, time.from) >= 0 : comparePeriods(to, time.to) > 0;
}

/** From another time of the sentence, or of what stands before it in the block. */
function judgeApart(
  bound: PeriodBound & { readonly type: "apart" | "ago" },
  claim: number,
  { claims, units, periods }: TimedBlock,
): Verdict {
  const own = claims[claim]?.subject.periods.spans ?? [];
  const sentence = units[claim]?.sentence;
  if (sentence === undefined) return "beside";
  const end = firstFrom(claims, sentence.end);
  const others = claims
    .slice(Math.max(0, end - mostLookedAt), end)
    .flatMap(({ subject }) => subject.periods.spans)
    .map(({ to }) => to);
  const behind = firstFrom(periods, sentence.end);
  const said = periods.slice(Math.max(0, behind - mostLookedAt), behind);
  const times = [...others, ...said.flatMap((mention) => lastMonthOf(mention) ?? [])];
  const ends = own.map(({ to }) => to);
  const isOther = (time: Period) => ends.every((end) => comparePeriods(end, time) !== 0);
  if (ends.some((to) => times.some((time) => isApart(time, to, bound.months)))) return "fits";
  return times.some(isOther) || ends.length > 1 ? "contradicts" : "beside";
}

/** Words before the time that a change is from: "up from a year ago", "more than it held a decade ago". */
const from = /\b(?:from|than|against|versus|with|over|on)(?: \p{L}+){0,3} $/iu;

/** A figure is published within so many months of the time that it is of. */
const lag = 3;

/** From another time that the text names, as `judgeApart` has it, or from the day of the article. */
function judgeAgo(
  bound: PeriodBound & { readonly type: "ago" },
  claim: number,
  block: TimedBlock,
): Verdict {
  const apart = judgeApart(bound, claim, block);
  if (apart === "fits" || block.published === undefined) return apart === "fits" ? apart : "beside";
  const published = monthPeriod(
    Number(block.published.slice(0, 4)),
    Number(block.published.slice(5, 7)),
  );
  const spans = block.claims[claim]?.subject.periods.spans ?? [];
  const isFrom = from.test(block.text.slice(Math.max(0, bound.start - 60), bound.start));
  const asked = spans.filter(({ isEarlier }) => (isEarlier ?? false) === isFrom);
  const isThen = ({ to }: MonthSpan) => {
    const months = periodDistance(to, published) + bound.months;
    const isSameYear = bound.months % 12 === 0 && isApart(published, to, bound.months);
    return isSameYear || (0 <= months && months <= lag);
  };
  return (asked.length > 0 ? asked : spans).some(isThen) ? "fits" : "contradicts";
}

/** Whether so many months lie between. Years are counted by the year, months by the month. */
export function isApart(earlier: Period, later: Period, months: number): boolean {
  if (periodDistance(earlier, later) === months) return true;
  return months % 12 === 0 && (yearOf(later) - yearOf(earlier)) * 12 === months;
}

function yearOf(period: Period): number {
  return Number(period.slice(0, 4));
}

/** Words between a figure and its rate: "$5 billion of stocks a month". */
const tied = /^ (?:(?:of|in|into) (?:U\.S\.|[^.,;:()\u2014]){1,40} )?$/u;

/** A sum over many months is not what was bought in each. */
function judgeRate(
  bound: PeriodBound & { readonly type: "rate" },
  claim: number,
  { text, claims }: TimedBlock,
): Verdict {
  const { start = 0, end = 0, subject } = claims[claim] ?? {};
  const isTied = end <= bound.start && tied.test(text.slice(end, bound.start));
  if (!subject || !isTied || !/\p{Sc}/u.test(text.slice(start, end))) return "beside";
  const { spans, isAverage } = subject.periods;
  const isLonger = spans.some((span) => !span.isPoint && monthsIn(span) > bound.months);
  return isLonger && !isAverage ? "contradicts" : "beside";
}
