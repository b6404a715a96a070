import { readAll, type Placed } from "./read-at.ts";
import type { TextSpan } from "./text-span.ts";
import { readTokens, spanOfTokens, type Token } from "./word-token.ts";

/**
 * The words of plain prose that say something a claim is needed for: directions, comparisons, sides, ranks, records,
 * shares and counts, in their order. Only the words, without the figures that stand beside them. What the reader of marks
 * reads is what is found here, but for words that stand in prose without comparing anything ("a rise in holdings").
 */
export function findComparingWords(text: string): TextSpan[] {
  const tokens = readTokens(text);
  return comparingWordsOf(readAll(tokens), tokens);
}

/** The same of a text that is read already. */
export function comparingWordsOf(placed: readonly Placed[], tokens: readonly Token[]): TextSpan[] {
  return placed.flatMap((each): TextSpan[] => {
    if ("refusal" in each) return [spanOfTokens(tokens, each.from, each.end)];
    if (each.isGeneric) return [];
    return each.parts
      .filter(({ role }) => role !== "figure" && (role !== "hedge" || isTurning(each.hedge)))
      .map(({ start, end }) => ({ start, end }));
  });
}

/** "about" outside a mark makes a claim weaker only; "nearly" and "more than" say on which side the value lies. */
function isTurning(hedge: string | null): boolean {
  return hedge !== "near";
}
