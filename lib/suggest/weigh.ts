import type { Candidate } from "./candidate.ts";
import type { KnownSeries } from "./named-series.ts";
import type { Match } from "./match.ts";
import type { Said } from "./said-figure.ts";

/** A match with how sure it is, and those that say the same in other tables. */
export interface Weighed {
  readonly match: Match;
  readonly confidence: number;
  readonly twins: readonly Match[];
}

/** More proposals than these help nobody. */
const mostProposals = 5;

/**
 * The likeliest matches, the best first. A match is as sure as the words name it, less what could be chance: a figure of few
 * digits is given by many things, and words that several things answer to say none of them.
 */
export function weigh(
  matches: readonly Match[],
  candidates: readonly Candidate[],
  said: Said,
): Weighed[] {
  const groups = groupTwins([...matches].sort(order));
  const given = groups.reduce((sum, { match }) => sum + match.weight ** sharpness, 0);
  // Of a place nothing is told apart by its figure: where several readings have it, the words are true of either, and what
  // takes away from them is a reading that has not.
  const isPlace = said.sense === "rank" || said.sense === "record";
  const all = isPlace ? Math.max(given, weightOfThings(candidates)) : given;
  const tried = candidates.reduce((sum, { weight }) => sum + Math.min(1, weight), 0);
  const chance = looseness(said) * (1 + tried);
  return groups.slice(0, mostProposals).map(({ match, twins }) => {
    const share = (isPlace ? given : match.weight ** sharpness) / all;
    const strength = Math.min(1, match.weight);
    const confidence = (share * strength) / (strength + 0.02 + chance * 0.4);
    return { match, twins, confidence: Math.round(confidence * 1000) / 1000 };
  });
}

function weightOfThings(candidates: readonly Candidate[]): number {
  const things = new Map<string, number>();
  for (const one of candidates) {
    const thing = thingOf(one);
    things.set(thing, Math.max(one.weight, things.get(thing) ?? 0));
  }
  return [...things.values()].reduce((sum, weight) => sum + weight ** sharpness, 0);
}

/** What is named better counts more than in proportion. */
const sharpness = 1.5;

/** The part of all plausible values that the words accept: 0.001 for "$74.7 billion", more for "a third". */
function looseness({ values, accepts }: Said): number {
  // "The lowest since September 2008" is true of few things, "the largest" of one in each table, "among the ten" of many.
  if (values === null) {
    if (accepts.type === "record" && accepts.since !== null) return 0.005;
    const isOne =
      accepts.type !== "values" ||
      (accepts.interval.low !== null &&
        accepts.interval.high !== null &&
        accepts.interval.low.eq(accepts.interval.high));
    return isOne ? 0.05 : 0.5;
  }
  const { low, high } = values.interval;
  if (low === null || high === null) return 0.5;
  const width = high.minus(low).abs().toNumber();
  const size = Math.max(Math.abs(low.toNumber()), Math.abs(high.toNumber()));
  return size === 0 ? 0.5 : Math.min(0.5, width / size);
}

/** Words may come to one expression in several ways: the likeliest of them counts. */
export function likeliest(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const one of candidates) {
    const known = best.get(one.expression);
    if (known === undefined || one.weight > known.weight) best.set(one.expression, one);
  }
  return [...best.values()];
}

function order(left: Match, right: Match): number {
  return (
    right.weight - left.weight ||
    releaseRank(left.candidate) - releaseRank(right.candidate) ||
    left.candidate.expression.length - right.candidate.expression.length ||
    (left.candidate.expression < right.candidate.expression ? -1 : 1)
  );
}

/** The tables that are kept up and hold most come first. */
const releases = ["slt1", "mfh", "slt3", "slt2", "press", "slt5", "s1", "slt3d"];

export function releaseRank({ series }: Candidate): number {
  const at = releases.indexOf(series.series.release);
  return at < 0 ? releases.length : at;
}

/** Matches of one thing in several tables are one, told by the best of them. */
function groupTwins(sorted: readonly Match[]): { match: Match; twins: Match[] }[] {
  const groups = new Map<string, { match: Match; twins: Match[] }>();
  for (const match of sorted) {
    const name = thingOf(match.candidate);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { match, twins: [] });
    else group.twins.push(match);
  }
  return [...groups.values()];
}

/** What a series is of, whatever table it stands in. */
export function subjectOf({ class: ofClass, area, measure }: KnownSeries): string {
  const whose = area.includes("grand-total") ? "grand-total" : (area[0] ?? "");
  return [ofClass, whose, measure].join(" ");
}

/** What a candidate is of, whatever table it is read from. */
export function thingOf({ series, months, form, gives }: Candidate): string {
  const area = series.area.includes("grand-total") ? "grand-total" : (series.area[0] ?? "");
  // What is counted as a change of what is held, and what is held less what was, are one thing.
  const isChange = series.measure === "change" && form === "level";
  const measure = isChange ? "holdings" : series.measure;
  const done = isChange ? "change" : form;
  // A stock is of its last month, whatever months words name.
  const isOfLast = series.series.kind === "stock" && done !== "change" && done !== "multiple";
  const from = isOfLast || (done === "change" && months.from === months.to) ? "" : months.from;
  return [series.class, area, measure, done, gives, isChange ? "" : from, months.to].join(" ");
}
