import type { TextSpan } from "#lib/claims/text-span";
import type { NounBlock, NounClaim, NounContext } from "./find-noun-problems.ts";
import { findStale } from "./find-stale.ts";
import { findStrays } from "./find-strays.ts";
import { findWrongBounds, isApart } from "./find-wrong-bounds.ts";
import { fitPeriod, isInYear, namesOrigin, type Fit } from "./fit.ts";
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
  { about, headings, headline, published }: NounContext,
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
  const saidBeside = (claim: number): PeriodMention[] => {
    const sentence = layout.units[claim]?.sentence;
    return sentence ? startingIn(found, sentence).slice(0, mostLookedAt) : [];
  };
  // "In 2025 more than in 2021" is a change from one to the other, and not over the later.
  const isFrom = claims.map(
    ({ subject: { periods } }, claim) =>
      (apart[claim] ?? []).length > 0 ||
      saidBeside(claim).some((mention) => namesOrigin(mention, periods)),
  );
  const fitOf = (claim: number, mention: PeriodMention): Fit => {
    const { subject, ...span } = claims[claim] ?? { start: 0, end: 0 };
    if (subject === undefined) return "beside";
    const near = apart[claim] ?? [];
    const isFromOther = isFrom[claim] ?? false;
    const fit = fitPeriod(mention, subject.periods, isFromOther);
    if (fit !== "contradicts") return fit;
    if (countsFrom(mention, near, { ...span, subject }, claims)) return "fits";
    const isNarrowed =
      mention.type === "year" &&
      isInYear(mention.year, subject.periods) &&
      saidBeside(claim).some((other) => fitPeriod(other, subject.periods, isFromOther) === "fits");
    return isNarrowed ? "beside" : fit;
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
  const isNamed = (claim: number): boolean =>
    saidBeside(claim).some(
      (mention) => mention.type !== "length" && fitOf(claim, mention) === "fits",
    );
  const isDated = (claim: number, reach: "sentence" | "block"): boolean => {
    const topic = { claim, fit: (mention: PeriodMention) => fitOf(claim, mention) };
    return (
      (apart[claim] ?? []).length > 0 ||
      isNamed(claim) ||
      (reach === "block" && judgeTopic(topic, mentions).type !== "unnamed")
    );
  };
  const stale = findStale(said.text, claims, layout.units, isDated);
  const usual = findPeriodMentions(about);
  const wider = [...headings, headline].flatMap(findPeriodMentions);
  const unsaid = claims.flatMap(({ subject }, claim): NounProblem[] => {
    const judgement = judgeTopic({ claim, fit: (mention) => fitOf(claim, mention) }, mentions);
    if (judgement.type !== "unnamed") return [];
    const shared = (apart[claim] ?? []).length > 0 ? null : findShared(claim, mentions);
    if (shared) return [wrongPeriod(claim, shared, text, subject.periods)];
    const isUsual =
      usual.length === 0 ||
      usual.some((mention) => fitOf(claim, mention) !== "contradicts") ||
      wider.some((mention) => fitOf(claim, mention) === "fits");
    return isUsual ? [] : [missingPeriod(claim, subject.periods)];
  });
  const wrongBounds = findWrongBounds(bounds, {
    text,
    claims,
    units: layout.units,
    periods: found,
    isNamed,
    published,
  });
  const wrong = [...judged, ...findStrays(mentions), ...wrongBounds, ...stale].flatMap(
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
