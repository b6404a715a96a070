import type { NounDimension } from "#lib/nouns/noun";
import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { ExemptMark } from "./mark.ts";

const dimensions: readonly NounDimension[] = ["area", "class", "measure"];

/**
 * An exempt figure of "other data" whose sentence names what our series measure: whose, which securities and what of them. Those
 * whom no series counts ("the Fed") make it another's figure. Problem: `exempt-figure`.
 */
export function checkExempt(exempt: readonly ExemptMark[], nouns: Nouns): Problem[] {
  return exempt.flatMap(({ because, sentence, text, at }): Problem[] => {
    if (because !== "other-data") return [];
    const words = `${sentence.before}${sentence.claim}${sentence.after}`;
    const found = nouns.finder.find(words);
    const isOurs =
      found.every(({ noun }) => noun.fits.size > 0) &&
      dimensions.every((dimension) => found.some(({ noun }) => noun.dimension === dimension));
    if (!isOurs) return [];
    const named = found.map(({ start, end }) => `"${words.slice(start, end)}"`).join(", ");
    return [
      {
        kind: "exempt-figure",
        message: `"${text}" is exempt as other data, and its sentence names what our series measure: ${named}`,
        at,
        fix: "make it a claim, quote who printed it, or say in the sentence what else it counts",
      },
    ];
  });
}
