import type { TextSpan } from "#lib/claims/text-span";
import { clausesOf, sentencesOf } from "./text-units.ts";

/** Where a claim stands in the sentences and clauses of its block. */
export interface ClaimUnits {
  readonly clause: TextSpan;
  readonly sentence: TextSpan;
  /** All clauses of the sentence. */
  readonly clauses: readonly TextSpan[];
  /** Places among all claims of the block: of the first in the sentence, and behind the last. */
  readonly first: number;
  readonly last: number;
}

/** The sentences of a block, and the units around each of its claims; `claims` in the order of the text. */
export function unitsOf(
  text: string,
  claims: readonly TextSpan[],
): { sentences: readonly TextSpan[]; around: readonly ClaimUnits[] } {
  const sentences = sentencesOf(text);
  const around: ClaimUnits[] = [];
  for (const sentence of sentences) {
    const first = around.length;
    let last = first;
    while ((claims[last]?.start ?? Infinity) < sentence.end) last += 1;
    const own = claims.slice(first, last);
    const clauses = own.length === 0 ? [] : clausesOf(text, sentence, own);
    let current = 0;
    for (const claim of own) {
      while ((clauses[current]?.end ?? Infinity) <= claim.start) current += 1;
      around.push({ clause: clauses[current] ?? sentence, sentence, clauses, first, last });
    }
  }
  return { sentences, around };
}
