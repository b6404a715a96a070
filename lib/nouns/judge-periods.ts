import type { TextSpan } from "#lib/claims/text-span";
import type { NounBlock } from "./find-noun-problems.ts";
import { findStrays } from "./find-strays.ts";
import { findWrongBounds } from "./find-wrong-bounds.ts";
import { fitPeriod, type Fit } from "./fit.ts";
import { outside } from "./outside.ts";
import { judgeTopic, type Layout, type Mentions } from "./judge-topic.ts";
import { missingPeriod, wrongPeriod, type NounProblem } from "./noun-problem.ts";
import { findPeriodBounds } from "./period-bound.ts";
import { findPeriodMentions, type PeriodMention } from "./period-mention.ts";
import { startingIn } from "./span-index.ts";

/** Holds the times that words name, and those that bound them, against the months that each claim is about. */
export function judgePeriods(
  layout: Layout,
  { text, claims, unheard = [] }: NounBlock,
  about: string,
): NounProblem[] {
  const found = outside(findPeriodMentions(text), unheard);
  const bounds = outside(findPeriodBounds(text), unheard);
  const apart = bounds.filter(({ type }) => type === "apart");
  const isApart = claims.map((_, claim) => {
    const clause = layout.units[claim]?.clause;
    return clause !== undefined && startingIn(apart, clause).length > 0;
  });
  const fitOf = (claim: number, mention: PeriodMention): Fit => {
    const subject = claims[claim]?.subject;
    return subject ? fitPeriod(mention, subject.periods, isApart[claim]) : "beside";
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
    const shared = isApart[claim] ? null : findShared(claim, mentions);
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
  });
  const wrong = [...judged, ...findStrays(mentions), ...wrongBounds].flatMap(
    ({ claim, mention }) => {
      const subject = claims[claim]?.subject;
      return subject ? [wrongPeriod(claim, mention, text, subject.periods)] : [];
    },
  );
  return [...wrong, ...unsaid];
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
