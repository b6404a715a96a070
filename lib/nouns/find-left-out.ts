import type { TextSpan } from "#lib/claims/text-span";
import type { Series } from "#lib/series/series";
import { mostLookedAt, type Mentions } from "./judge-topic.ts";
import type { ClaimUnits } from "./mention-units.ts";
import type { NounDimension, NounMention } from "./noun.ts";
import {
  addsRest,
  areExamples,
  countsIn,
  isShortened,
  isWholeOf,
  listsIn,
  repeatedIn,
  type NounList,
} from "./noun-lists.ts";
import { factsOf } from "./series-facts.ts";
import { firstFrom, startingIn } from "./span-index.ts";
import type { SubjectPart } from "./subject.ts";

/** What is wrong with how words list or count what an expression adds up. */
export type WrongList =
  | { readonly type: "twice"; readonly mention: NounMention }
  | { readonly type: "miscounted"; readonly mention: TextSpan; readonly of: number }
  | {
      readonly type: "left-out";
      readonly series: readonly Series[];
      /** How many are added up. */
      readonly of: number;
    };

/**
 * Holds a list against a sum: words that name some of what is added up name all of it, none of it twice, or say of what is left
 * how much it is ("Belgium and five others"); and where they say how many hold something, they are so many. A word for the set
 * ("custody centers") counts where it is said of the claim, and no name stands nearer to it. Null where nothing is wrong, and
 * where nothing of the sum is named: then what was said before does. `isOthers`: whether a mention names what another claim is
 * about.
 */
export function findWrongList(
  dimension: NounDimension,
  claim: number,
  { sums }: SubjectPart,
  { text, claims, found, units }: Mentions<NounMention>,
  isOthers: (mention: NounMention, claim: number) => boolean,
): WrongList | null {
  const [place, own] = [claims[claim], units[claim]];
  if (place === undefined || own === undefined) return null;
  const { sentence, clause } = own;
  const at = firstFrom(found, place.start);
  const near = startingIn(found.slice(Math.max(0, at - mostLookedAt), at + mostLookedAt), sentence);
  const others = claimsBeside(claim, own);
  const isFree = (mention: NounMention) => !others.some((other) => isOthers(mention, other));
  return firstOf(
    sums.filter((sum) => areSeveral(sum, dimension)),
    (sum) => {
      const named = near.filter(({ noun }) => sum.some((one) => names(noun, one)));
      const lists = listsIn(named, text).filter((list) => !areExamples(list, text));
      const said = lists.filter((list) => list.some(isFree));
      if (said.some((list) => isShortened(list, text))) return null;
      const mention = firstOf(said, repeatedIn);
      if (mention) return { type: "twice", mention };
      const counts = dimension === "area" ? countsIn(clause, text, place.start) : [];
      const [first] = counts;
      if (first && !counts.some(({ count }) => count === sum.length) && said.length === 0)
        return { type: "miscounted", mention: first, of: sum.length };
      const [nearest] = said.toSorted((one, other) => away(one, place) - away(other, place));
      if (nearest === undefined) return null;
      const isSet = nearest.some((one) => one.noun.isSet && !isWholeOf(one, text));
      const spoken = isSet ? nearest : lists.flat().filter(({ noun }) => !noun.isSet);
      const series = sum.filter((one) => !spoken.some(({ noun }) => names(noun, one)));
      return series.length === 0 || said.some((list) => addsRest(list, clause, text, series.length))
        ? null
        : { type: "left-out", series, of: sum.length };
    },
  );
}

/** The other claims of a sentence, within reach. */
function claimsBeside(claim: number, { first, last }: ClaimUnits): number[] {
  const [from, to] = [Math.max(first, claim - mostLookedAt), Math.min(last, claim + mostLookedAt)];
  return Array.from({ length: to - from }, (_, step) => from + step).filter(
    (other) => other !== claim,
  );
}

/** How far a list stands from a claim; what stands behind it is further away than anything before it. */
function away(list: NounList, { start, end }: TextSpan): number {
  const [from = 0, to = 0] = [list[0]?.start, list.at(-1)?.end];
  return to <= start ? start - to : Math.max(0, from - end) + mostAway;
}

const mostAway = 1_000_000;

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null | undefined): R | null {
  for (const item of items) {
    const found = find(item) ?? null;
    if (found !== null) return found;
  }
  return null;
}

/** Whether series differ in a dimension: those of one area and several classes are of one holder. */
function areSeveral(series: readonly Series[], dimension: NounDimension): boolean {
  return new Set(series.map((one) => factsOf(one)[dimension].join())).size > 1;
}

function names({ dimension, fits }: NounMention["noun"], series: Series): boolean {
  return factsOf(series)[dimension].some((slug) => fits.has(slug));
}
