import type { TextSpan } from "#lib/claims/text-span";
import { createNounFit, slugsOf, type Fit } from "./fit.ts";
import { findAppositions } from "./find-appositions.ts";
import { findModifiers } from "./find-modifiers.ts";
import { findUncounted } from "./find-uncounted.ts";
import { findWrongList, type WrongList } from "./find-left-out.ts";
import { namesWhole } from "./find-unnamed-whole.ts";
import { findStrays } from "./find-strays.ts";
import { findSwapped } from "./find-swapped.ts";
import { isSoMany } from "./noun-lists.ts";
import { outside } from "./outside.ts";
import { judgePeriods } from "./judge-periods.ts";
import { judgeTopic, type Layout, type Mentions } from "./judge-topic.ts";
import { unitsOf } from "./mention-units.ts";
import type { NounDimension, NounMention } from "./noun.ts";
import {
  leftOutNoun,
  miscountedNoun,
  missingNoun,
  repeatedNoun,
  uncountedNoun,
  wrongModifier,
  wrongNoun,
  type NounProblem,
} from "./noun-problem.ts";
import type { Nouns } from "./nouns.ts";
import type { Period } from "#lib/series/period";
import { factsOf } from "./series-facts.ts";
import { startingIn } from "./span-index.ts";
import type { Subject, SubjectPart } from "./subject.ts";

/** The words of a claim, at their place in the text of its block. */
export interface NounClaim extends TextSpan {
  readonly subject: Subject;
  /** The day of the vintage that it is read at; undefined where it compares several. */
  readonly vintage?: string | undefined;
  /** The last month that the vintage has of its series; undefined where none is known. */
  readonly newest?: Period | undefined;
}

/** A paragraph, heading or table cell as a reader sees it. */
export interface NounBlock {
  readonly text: string;
  /** In the order of the text; none overlaps another. */
  readonly claims: readonly NounClaim[];
  /** What is quoted or exempt, likewise: words in which no noun is looked for. */
  readonly unheard?: readonly TextSpan[] | undefined;
}

/** What a reader has read before the block, and what goes without saying. */
export interface NounContext {
  /** The headings above it, the nearest first. */
  readonly headings: readonly string[];
  readonly headline: string;
  /** What the article says it is about where nothing else is said (`about` in its frontmatter); empty for nothing. */
  readonly about: string;
  /** The day of the article, YYYY-MM-DD, from which "last year" counts; undefined where none is known. */
  readonly published?: string | undefined;
}

/** Holds the words around each claim of a block against what it rests on. At most one problem a claim and dimension. */
export function findNounProblems(
  block: NounBlock,
  context: NounContext,
  nouns: Nouns,
): NounProblem[] {
  if (block.claims.length === 0) return [];
  const { sentences, around } = unitsOf(block.text, block.claims);
  const layout: Layout = { text: block.text, claims: block.claims, units: around, sentences };
  const found = outside(nouns.finder.find(block.text), block.unheard ?? []).filter(
    (mention) => !isSoMany(mention, block.text),
  );
  const wider = [...context.headings, context.headline, context.about].flatMap((text) =>
    nouns.finder.find(text),
  );
  const problems = (["area", "class", "measure"] as const).flatMap((dimension) => {
    const isOf = ({ noun }: NounMention) => noun.dimension === dimension && noun.fits.size > 0;
    return judgeNouns(dimension, layout, found.filter(isOf), wider.filter(isOf), block, nouns);
  });
  return onePerClaim([
    ...judgeUncounted(layout, found, block, nouns),
    ...judgeModifiers(layout, block),
    ...problems,
    ...judgePeriods(layout, block, context),
  ]);
}

function judgeUncounted(
  layout: Layout,
  found: readonly NounMention[],
  { text, claims }: NounBlock,
  nouns: Nouns,
): NounProblem[] {
  const areas = found.filter(({ noun }) => noun.dimension === "area");
  const classes = found.filter(({ noun }) => noun.dimension === "class");
  // "Banks’ own net liabilities" is a class, and no bank holds it.
  const uncounted = outside(areas.filter(isUncounted), classes);
  const known = areas.filter((mention) => !isUncounted(mention));
  return findUncounted(uncounted, known, layout).flatMap(({ claim, mention }) => {
    const [part] = claims[claim]?.subject.parts ?? [];
    return part ? [uncountedNoun(claim, mention, text, part, nouns)] : [];
  });
}

function judgeModifiers(layout: Layout, { claims, unheard = [] }: NounBlock): NounProblem[] {
  const found = findModifiers({ ...layout, claims }, (mentions) => outside(mentions, unheard));
  return found.flatMap(({ claim, mention }) => {
    const [part] = claims[claim]?.subject.parts ?? [];
    return part ? [wrongModifier(claim, mention, layout.text, part)] : [];
  });
}

function isUncounted({ noun }: NounMention): boolean {
  return noun.fits.size === 0;
}

function judgeNouns(
  dimension: NounDimension,
  layout: Layout,
  found: readonly NounMention[],
  wider: readonly NounMention[],
  { text, claims }: NounBlock,
  nouns: Nouns,
): NounProblem[] {
  const isAbroad = wider.some(({ noun }) => [...noun.fits].every(isForeign));
  const parts = claims.map(({ subject }) =>
    subject.parts.map((part) => ({ part, fit: createNounFit({ ...part, isAbroad }) })),
  );
  const mentions: Mentions<NounMention> = {
    ...layout,
    found,
    fitsClaim: ({ noun }, claim) => parts[claim]?.some(({ fit }) => fit(noun) === "fits") ?? false,
    contradictsClaim: ({ noun }, claim) =>
      parts[claim]?.every(({ fit }) => fit(noun) === "contradicts") ?? false,
    reach: "block",
  };
  const isAnothers = ({ noun }: NounMention, other: number) =>
    parts[other]?.some(({ part, fit }) => part.sums.length === 0 && fit(noun) === "fits") ?? false;
  const judged = parts.flatMap((ofClaim, claim) =>
    ofClaim.flatMap(({ part, fit }) => {
      const judgement = judgeTopic({ claim, fit: ({ noun }) => fit(noun) }, mentions);
      if (judgement.type === "contradicted") {
        return [wrongNoun(claim, judgement.mention, text, part, nouns)];
      }
      const wrongList = findWrongList(dimension, claim, part, mentions, isAnothers);
      if (wrongList !== null) return [wrongListProblem(claim, dimension, wrongList, text, nouns)];
      // Of several things each is named where they stand together: what was said before, or goes without saying, is of one.
      const isOneOfSeveral = ofClaim.some(
        (other) => !sameSlugs(dimension, other.part.focus, part.focus),
      );
      if (isOneOfSeveral && !isNamedInSentence(fit, mentions, claim)) {
        return [missingNoun(claim, dimension, part, nouns)];
      }
      if (judgement.type === "named") {
        return namesWhole(dimension, claim, part, mentions, wider)
          ? []
          : [missingNoun(claim, dimension, { ...part, focus: part.whole }, nouns)];
      }
      const isNamed = wider.some(({ noun }) => fit(noun) === "fits");
      if (isNamed || goesWithoutSaying(dimension, part)) {
        return namesWhole(dimension, claim, part, mentions, wider)
          ? []
          : [missingNoun(claim, dimension, { ...part, focus: part.whole }, nouns)];
      }
      return judgement.beside === null
        ? [missingNoun(claim, dimension, part, nouns)]
        : [wrongNoun(claim, judgement.beside, text, part, nouns)];
    }),
  );
  const isOther = ({ noun }: NounMention, claim: number) =>
    parts[claim]?.every(({ fit }) => /^(?:whole|contradicts)$/u.test(fit(noun))) ?? false;
  const strays = [
    ...findStrays(mentions),
    ...findSwapped(mentions),
    ...findAppositions(mentions, isOther),
  ].flatMap(({ claim, mention }) => {
    const part = parts[claim]?.[0]?.part;
    return part ? [wrongNoun(claim, mention, text, part, nouns)] : [];
  });
  return [...judged, ...strays];
}

function wrongListProblem(
  claim: number,
  dimension: NounDimension,
  found: WrongList,
  text: string,
  nouns: Nouns,
): NounProblem {
  switch (found.type) {
    case "twice":
      return repeatedNoun(claim, found.mention, text);
    case "miscounted":
      return miscountedNoun(claim, dimension, found.mention, text, found.of);
    case "left-out":
      return leftOutNoun(claim, dimension, found, nouns);
  }
}

function isForeign(securities: string): boolean {
  return securities.startsWith("foreign-");
}

function sameSlugs(
  dimension: NounDimension,
  one: SubjectPart["focus"],
  other: SubjectPart["focus"],
): boolean {
  return slugsOf(one)[dimension].join() === slugsOf(other)[dimension].join();
}

function isNamedInSentence(
  fit: (noun: NounMention["noun"]) => Fit,
  { found, units }: Mentions<NounMention>,
  claim: number,
): boolean {
  const sentence = units[claim]?.sentence;
  return !sentence || startingIn(found, sentence).some(({ noun }) => fit(noun) === "fits");
}

/** Nobody need say that all foreigners are meant, nor that foreign securities are held by residents of the United States. */
function goesWithoutSaying(dimension: NounDimension, { focus }: SubjectPart): boolean {
  return (
    dimension === "area" &&
    focus.some((series) =>
      factsOf(series).area.every((area) =>
        /^(?:grand-total|all-countries|us-residents)$/u.test(area),
      ),
    )
  );
}

function onePerClaim(problems: readonly NounProblem[]): NounProblem[] {
  const byName = new Map<string, NounProblem>();
  for (const problem of problems) {
    const name = `${problem.claim} ${problem.dimension}`;
    if (!byName.has(name)) byName.set(name, problem);
  }
  return [...byName.values()].sort((left, right) => left.claim - right.claim);
}
