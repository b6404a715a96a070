import type { TextSpan } from "#lib/claims/text-span";
import { findNounProblems, type NounBlock, type NounContext } from "./find-noun-problems.ts";
import type { Dimension, Noun, NounDimension } from "./noun.ts";
import type { Nouns } from "./nouns.ts";
import { findPeriodMentions } from "./period-mention.ts";
import { startingIn } from "./span-index.ts";
import { sentencesOf } from "./text-units.ts";

/** A block in which one noun has been replaced by another of its dimension. */
export interface NounMutation {
  readonly dimension: Dimension;
  readonly before: string;
  readonly after: string;
  /** Whether the noun stands in a sentence that holds a claim; else nothing there rests on data. */
  readonly isBesideClaim: boolean;
  readonly block: NounBlock;
}

/** What may stand in the place of another noun; of one dimension each names something else. */
const others: Readonly<Record<NounDimension, readonly string[]>> = {
  area: [
    "Japan",
    "Canada",
    "the Cayman Islands",
    "foreigners",
    "official holders",
    "private investors",
  ],
  class: [
    "stocks",
    "corporate bonds",
    "agency bonds",
    "Treasury bills",
    "Treasury bonds and notes",
    "Treasury securities",
    "long-term U.S. securities",
  ],
  measure: ["holdings", "net purchases", "valuation"],
};
const otherPeriods = ["March 2024", "2023", "August", "2019"];

/**
 * Every block that comes of replacing one noun by another that does not name the same. A noun within the words of a claim is
 * replaced there too. Nouns that fit all ("securities") are left as they are: what takes their place could be right.
 */
export function mutateNouns(block: NounBlock, nouns: Nouns): NounMutation[] {
  const replaceNouns = nouns.finder.find(block.text).flatMap(({ noun, ...span }) => {
    if (noun.beside === "any") return [];
    return others[noun.dimension]
      .filter((other) => !mayMeanTheSame(noun, other, nouns))
      .map((after) => replace(block, noun.dimension, span, after));
  });
  const replacePeriods = findPeriodMentions(block.text).flatMap((mention) => {
    const before = block.text.slice(mention.start, mention.end);
    return otherPeriods
      .filter((after) => !before.includes(after) && !after.includes(before))
      .filter((after) => (mention.type === "month") === /\p{L}/u.test(after))
      .map((after) => replace(block, "period", mention, after));
  });
  return [...replaceNouns, ...replacePeriods];
}

/** The mutations of a block that its check lets through. */
export function missedMutations(
  mutations: readonly NounMutation[],
  context: NounContext,
  nouns: Nouns,
): NounMutation[] {
  return mutations.filter(({ block }) => findNounProblems(block, context, nouns).length === 0);
}

function mayMeanTheSame(noun: Noun, words: string, { finder }: Nouns): boolean {
  return finder
    .find(words)
    .some(
      ({ noun: other }) =>
        other.dimension === noun.dimension && [...other.fits].some((slug) => noun.fits.has(slug)),
    );
}

function replace(
  { text, claims }: NounBlock,
  dimension: Dimension,
  { start, end }: TextSpan,
  other: string,
): NounMutation {
  const isFirst = /(?:^|[.!?] )$/u.test(text.slice(Math.max(0, start - 2), start));
  const after = isFirst ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  const moved = (offset: number) =>
    offset <= start ? offset : Math.max(start, offset + after.length - (end - start));
  const sentence = sentencesOf(text).find((unit) => start < unit.end);
  return {
    dimension,
    before: text.slice(start, end),
    after,
    isBesideClaim: sentence !== undefined && startingIn(claims, sentence).length > 0,
    block: {
      text: text.slice(0, start) + after + text.slice(end),
      claims: claims.map((claim) => ({
        ...claim,
        start: moved(claim.start),
        end: moved(claim.end),
      })),
    },
  };
}
