import type { TextSpan } from "#lib/claims/text-span";
import type { NounBlock, NounClaim, NounContext } from "./find-noun-problems.ts";
import { findStrays } from "./find-strays.ts";
import { findWrongBounds, isApart } from "./find-wrong-bounds.ts";
import { fitPeriod, type Fit } from "./fit.ts";
import { outside } from "./outside.ts";
import { findPublications } from "./find-publications.ts";
import { judgeTopic, mostLookedAt, type Layout, type Mentions } from "./judge-topic.ts";
import { missingPeriod, wrongPeriod, type NounProblem } from "./noun-problem.ts";
import { findPeriodBounds, type PeriodBound } from "./period-bound.ts";
import { findPeriodMentions, lastMonthOf, type PeriodMention } from "./period-mention.ts";
import { sayTimes } from "./said-times.ts";
import { startingIn } from "./span-index.ts";

/** Holds the times that words name, and those that bound them, against the months that each claim is about. */
export function judgePeriods(
  layout: Layout,
  { text, claims, unheard = [] }: NounBlock,
  { about, published }: NounContext,
): NounProblem[] {
  const said = sayTimes(text, published);
  const found = outside(
    outside(findPeriodMentions(said.text).map(said.widen), unheard),
    findPublications(text, claims),
  );
  const bounds = outside(findPeriodBounds(said.text).map(said.widen), unheard);
  const distances = bounds.filter(({ type }) => type === "apart" || type === "ago");
  const apart = claims.map((_, claim) => {
    const clause = layout.units[claim]?.clause;
    return clause ? startingIn(distances, clause).slice(0, mostLookedAt) : [];
  });
  const fitOf = (claim: number, mention: PeriodMention): Fit => {
    const { subject, ...span } = claims[claim] ?? { start: 0, end: 0 };
    if (subject === undefined) return "beside";
    const near = apart[claim] ?? [];
    const fit = fitPeriod(mention, subject.periods, near.length > 0);
    const isFrom = fit === "contradicts" && countsFrom(mention, near, { ...span, subject }, claims);
    return isFrom ? "fits" : fit;
  };
  const mentions: Mentions<PeriodMention> = {
    ...layout,
    found,
    fitsClaim: (mention, claim) => fitOf(claim, mention) === "fits",
    contradictsClaim: (mention, claim) => fitOf(claim, mention) === "contradicts",
    reach: "next-sentence",
  };
  const judged = claims.flatMap((_, claim) => {
    const judgement = judgeTopic({ claim, fit: (mention) => fitOf(claim, mention) }, mentions);
    return judgement.type === "contradicted" ? [{ claim, mention: judgement.mention }] : [];
  });
  const usual = findPeriodMentions(about);
  const unsaid = claims.flatMap(({ subject }, claim): NounProblem[] => {
    const judgement = judgeTopic({ claim, fit: (mention) => fitOf(claim, mention) }, mentions);
    if (judgement.type !== "unnamed") return [];
    const shared = (apart[claim] ?? []).length > 0 ? null : findShared(claim, mentions);
    if (shared) return [wrongPeriod(claim, shared, text, subject.periods)];
    const isUsual =
      usual.length === 0 || usual.some((mention) => fitOf(claim, mention) !== "contradicts");
    return isUsual ? [] : [missingPeriod(claim, subject.periods)];
  });
  const wrongBounds = findWrongBounds(bounds, {
    text,
    claims,
    units: layout.units,
    periods: found,
    published,
  });
  const wrong = [...judged, ...findStrays(mentions), ...wrongBounds].flatMap(
    ({ claim, mention }) => {
      const subject = claims[claim]?.subject;
      return subject ? [wrongPeriod(claim, mention, text, subject.periods)] : [];
    },
  );
  return [...wrong, ...unsaid];
}

/** "In December it compares with $759 billion a year earlier": the distance behind a figure counts from the time said. */
function countsFrom(
  mention: PeriodMention,
  distances: readonly PeriodBound[],
  { end, subject }: NounClaim,
  claims: readonly TextSpan[],
): boolean {
  const said = lastMonthOf(mention);
  if (said === null) return false;
  return distances.some((bound) => {
    if (bound.type !== "apart" && bound.type !== "ago") return false;
    const isTied =
      end <= bound.start && startingIn(claims, { start: end, end: bound.start }).length === 0;
    return isTied && subject.periods.spans.some(({ to }) => isApart(said, to, bound.months));
  });
}

/**
 * A period that opens a sentence is that of all its claims, though it was said beside another of them: the first mention, where
 * it is tied to none, is no origin and contradicts the claim.
 */
function findShared<M extends TextSpan & { readonly isOrigin: boolean }>(
  claim: number,
  { found, units, claims, contradictsClaim }: Mentions<M>,
): M | null {
  const unit = units[claim];
  const [first] = unit ? startingIn(found, unit.sentence) : [];
  const opens = first && unit && first.end <= (claims[unit.first]?.start ?? 0);
  return opens && !first.isOrigin && contradictsClaim(first, claim) ? first : null;
}
