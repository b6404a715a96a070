import { asksLater } from "#lib/claims/same-question";
import type { SeriesNode } from "#lib/expressions/series-node";
import { literalPeriod, nodesOf, type Expression, type RangeNode } from "#lib/expressions/tree";
import { comparePeriods, monthsOf, shiftPeriod, type Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";

/** Months that a value is about, both included. `isPoint`: a stock, at the end of the month. */
export interface MonthSpan {
  readonly from: Period;
  readonly to: Period;
  readonly isPoint: boolean;
  /** What a later time is compared with. Words name it as such ("from 2024", "than in November") or beside the later one. */
  readonly isEarlier?: boolean;
  /** The month in which a run of months ends: how many there are, the value tells. */
  readonly isRun?: boolean;
}

export interface SubjectPeriods {
  readonly spans: readonly MonthSpan[];
  /** Whether every period is written in the expression; not so when one is computed, by `latest` or another. */
  readonly isComplete: boolean;
  /** Whether the value is that of one month or year of several: a mean, or what is divided by a number. */
  readonly isAverage: boolean;
}

/** The months that an expression is about. */
export function periodsOf(
  tree: Expression,
  seriesOf: (node: SeriesNode) => Series | undefined,
): SubjectPeriods {
  const found = askedSpans(tree, seriesOf);
  return {
    spans: found.filter((span) => span !== null),
    isComplete: !found.includes(null),
    isAverage: [...nodesOf(tree)].some(isAverage),
  };
}

function isAverage(node: Expression): boolean {
  if (node.kind === "distance") return true;
  if (node.kind === "aggregate") return node.name === "mean";
  return node.kind === "binary" && node.operator === "/" && node.right.kind === "number";
}

/** The spans of a tree; of two that ask the same of two times, those of the second are the earlier. */
function askedSpans(
  tree: Expression,
  seriesOf: (node: SeriesNode) => Series | undefined,
): (MonthSpan | null)[] {
  const compares = tree.kind === "binary" && (tree.operator === "-" || tree.operator === "/");
  if (compares && asksLater(tree.left, tree.right)) {
    const later = askedSpans(tree.left, seriesOf);
    const earlier = askedSpans(tree.right, seriesOf);
    const between =
      later.length === 1 && earlier.length === 1 ? betweenOf(later[0], earlier[0]) : [];
    return [...later, ...earlier.map((span) => span && { ...span, isEarlier: true }), ...between];
  }
  if (tree.kind === "binary") {
    const spans = [...askedSpans(tree.left, seriesOf), ...askedSpans(tree.right, seriesOf)];
    return tree.operator === "+" ? joinMonths(spans) : spans;
  }
  return [...nodesOf(tree)].flatMap((node) => spansOf(node, seriesOf));
}

/** Months that are added up one by one are one time, as a range of them is. */
function joinMonths(spans: readonly (MonthSpan | null)[]): (MonthSpan | null)[] {
  return spans.reduce<(MonthSpan | null)[]>((joined, span) => {
    const last = joined.at(-1);
    const isNext = span && last && comparePeriods(span.from, shiftPeriod(last.to, 1)) <= 0;
    return isNext && isPlain(span) && isPlain(last) && comparePeriods(span.from, last.from) >= 0
      ? [
          ...joined.slice(0, -1),
          { ...last, to: comparePeriods(span.to, last.to) > 0 ? span.to : last.to },
        ]
      : [...joined, span];
  }, []);
}

function isPlain({ isPoint, isEarlier, isRun }: MonthSpan): boolean {
  return !isPoint && isEarlier !== true && isRun !== true;
}

/** Null stands for a computed period. */
function spansOf(
  node: Expression,
  seriesOf: (node: SeriesNode) => Series | undefined,
): (MonthSpan | null)[] {
  switch (node.kind) {
    case "latest":
    case "first":
      return [null];
    case "at":
    case "rank":
    case "record":
    case "recordRank":
      return [valueAt(spanFrom(node.period, null), seriesOf(node.key))];
    case "run": {
      const end = valueAt(spanFrom(node.period, null), seriesOf(node.key));
      return [end && { ...end, isRun: true }];
    }
    case "aggregate":
    case "count":
    case "distance":
      return [spanOf(node.range)];
    case "share":
      return [valueAt(spanOf(node.range), seriesOf(node.part))];
    case "growth":
      return changeBetween(
        spanFrom(node.period, null),
        spanFrom(node.earlier, null),
        seriesOf(node.key),
      );
    case "change":
      return changeBetween(spanOf(node.range), earlierOf(node), seriesOf(node.key));
    case "contribution":
      return changeBetween(spanOf(node.range), earlierOf(node), seriesOf(node.part));
    case "number":
    case "period":
    case "none":
    case "binary":
    case "negate":
    case "abs":
    case "asOf":
      return [];
  }
}

/** A change is about both ends; that of a stock also about all that lies between. */
function changeBetween(
  later: MonthSpan | null,
  earlier: MonthSpan | null,
  series: Series | undefined,
): (MonthSpan | null)[] {
  const [end, start] = [valueAt(later, series), valueAt(earlier, series)];
  const origin = start && { ...start, isEarlier: true };
  return [end, origin, ...betweenOf(end, start)];
}

/** What lies between two times of a stock. */
function betweenOf(
  end: MonthSpan | null | undefined,
  start: MonthSpan | null | undefined,
): MonthSpan[] {
  if (!end?.isPoint || !start?.isPoint || comparePeriods(start.to, end.to) >= 0) return [];
  return [{ from: shiftPeriod(start.to, 1), to: end.to, isPoint: false }];
}

/** A stock is taken at the end of its period; a sum of twelve months covers all of them. */
function valueAt(span: MonthSpan | null, series: Series | undefined): MonthSpan | null {
  if (span === null || series === undefined) return span;
  if (series.kind === "stock") return { from: span.to, to: span.to, isPoint: true };
  return series.window === 12 ? { ...span, from: shiftPeriod(span.to, -11) } : span;
}

/** What a change without a third argument is from: what lies before and is as long. */
function earlierOf(node: {
  readonly range: RangeNode;
  readonly earlier: RangeNode | null;
}): MonthSpan | null {
  if (node.earlier !== null) return spanOf(node.earlier);
  const later = spanOf(node.range);
  if (later === null) return null;
  const length = monthsIn(later);
  return { ...later, from: shiftPeriod(later.from, -length), to: shiftPeriod(later.to, -length) };
}

/** How many months a span covers. */
export function monthsIn({ from, to }: MonthSpan): number {
  return comparePeriods(to, from) + 1;
}

function spanOf({ from, to }: RangeNode): MonthSpan | null {
  return spanFrom(from, to);
}

function spanFrom(from: Expression, to: Expression | null): MonthSpan | null {
  const first = literalPeriod(from);
  const last = to === null ? first : literalPeriod(to);
  if (first === null || last === null) return null;
  return { from: monthsOf(first).first, to: monthsOf(last).last, isPoint: false };
}
