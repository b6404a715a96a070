import type { Series } from "#lib/series/series";
import { mostLookedAt, type Mentions } from "./judge-topic.ts";
import type { NounDimension, NounMention } from "./noun.ts";
import { areExamples, countsAll, isShortened, listsIn, repeatedIn } from "./noun-lists.ts";
import { factsOf } from "./series-facts.ts";
import { firstFrom, startingIn } from "./span-index.ts";
import type { SubjectPart } from "./subject.ts";

/** What is wrong with how words list what an expression adds up. */
export type WrongList =
  | { readonly type: "twice"; readonly mention: NounMention }
  | {
      readonly type: "left-out";
      readonly series: readonly Series[];
      /** How many are added up. */
      readonly of: number;
    };

/**
 * Holds a list against a sum: where the sentence names some of what is added up, it names all of it, by their names, by a word
 * for the set, or by their number ("the six"), and none of it twice. Null where it does, and where it names none of it: then
 * what was said before does. `isOthers`: whether a mention names what another claim is about.
 */
export function findWrongList(
  dimension: NounDimension,
  claim: number,
  { sums }: SubjectPart,
  { text, claims, found, units }: Mentions<NounMention>,
  isOthers: (mention: NounMention, claim: number) => boolean,
): WrongList | null {
  const { sentence, first = 0, last = 0 } = units[claim] ?? {};
  if (sentence === undefined) return null;
  const own = firstFrom(found, claims[claim]?.start ?? 0);
  const near = startingIn(
    found.slice(Math.max(0, own - mostLookedAt), own + mostLookedAt),
    sentence,
  );
  const [from, to] = [Math.max(first, claim - mostLookedAt), Math.min(last, claim + mostLookedAt)];
  const others = Array.from({ length: to - from }, (_, step) => from + step);
  const isOwn = (mention: NounMention) =>
    !others.some((other) => other !== claim && isOthers(mention, other));
  const spoken = text.slice(sentence.start, sentence.end);
  return firstOf(
    sums.filter((sum) => areSeveral(sum, dimension)),
    (sum) => {
      const lists = listsIn(
        near.filter(({ noun }) => sum.some((one) => names(noun, one))),
        text,
      );
      const said = lists.filter((list) => !areExamples(list, text));
      if (!said.flat().some(isOwn) || said.some((list) => isShortened(list, text))) return null;
      const mention = firstOf(said, repeatedIn);
      if (mention) return { type: "twice", mention };
      const series = sum.filter((one) => !said.flat().some(({ noun }) => names(noun, one)));
      return series.length === 0 || countsAll(spoken, sum.length)
        ? null
        : { type: "left-out", series, of: sum.length };
    },
  );
}

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
