import type { NounDimension } from "#lib/nouns/noun";
import type { Nouns } from "#lib/nouns/nouns";
import { findPeriodMentions } from "#lib/nouns/period-mention";
import type { Problem } from "#lib/series/problem";
import type { Exemption } from "./exempt-figures.ts";
import type { ExemptMark } from "./mark.ts";

/** What an exemption of a kind must look like: why it is none, or null. */
type Rule = (mark: ExemptMark, nouns: Nouns) => string | null;

const rules: Readonly<Record<Exemption, Rule>> = {
  "other-data": ({ sentence: { before, claim, after } }, nouns) =>
    naming(`${before}${claim}${after}`, ["area", "class", "measure"], nouns, "its sentence"),
  example: ({ sentence: { before, claim } }) =>
    /\b(?:for example|for instance|say|suppose|imagine|such as|like|if|let|take|think of)\b/iu.test(
      before + claim,
    )
      ? null
      : 'its sentence does not say that it is one ("for example", "say", "suppose")',
  hypothetical: ({ sentence: { before, claim, after } }) =>
    /\b(?:would|could|might|should|if|unless|were|suppose|imagine)\b/iu.test(before + claim + after)
      ? null
      : 'its sentence does not say that it is one ("would", "if", "suppose")',
  name: ({ text }, nouns) => naming(text, ["area", "class", "measure"], nouns, "it"),
  definition: ({ text }, nouns) =>
    findPeriodMentions(text).length > 0
      ? "it speaks of a time, which no definition does"
      : naming(text, ["area", "class", "measure"], nouns, "it"),
  summary: ({ text }, nouns) => naming(text, ["area", "class", "measure"], nouns, "it"),
  idiom: ({ text }, nouns) => naming(text, ["area", "measure"], nouns, "it"),
};

/**
 * Exempt words of a kind that they are not of: above all those that say what our series measure, whose, which securities and what
 * of them. Those whom no series counts ("the Fed") make it another's figure. Problem: `exempt-figure`.
 */
export function checkExempt(exempt: readonly ExemptMark[], nouns: Nouns): Problem[] {
  return exempt.flatMap((mark): Problem[] => {
    const { because, text, at } = mark;
    const wrong = because === null ? null : rules[because](mark, nouns);
    if (because === null || wrong === null) return [];
    return [
      {
        kind: "exempt-figure",
        message: `"${text}" is exempt as ${names[because]}, and ${wrong}`,
        at,
        fix: "make it a claim, quote who printed it, or say in the sentence what else it is",
      },
    ];
  });
}

const names: Readonly<Record<Exemption, string>> = {
  "other-data": "other data",
  example: "an example",
  hypothetical: "a hypothesis",
  name: "a name",
  definition: "a definition",
  summary: "a summary",
  idiom: "an idiom",
};

/** That words name each of these dimensions of our series, and nobody whom no series counts; null when they do not. */
function naming(
  words: string,
  dimensions: readonly NounDimension[],
  nouns: Nouns,
  what: string,
): string | null {
  const found = nouns.finder.find(words);
  const isOurs =
    found.every(({ noun }) => noun.fits.size > 0) &&
    dimensions.every((dimension) => found.some(({ noun }) => noun.dimension === dimension));
  if (!isOurs) return null;
  const named = found.map(({ start, end }) => `"${words.slice(start, end)}"`).join(", ");
  return `${what} names what our series measure: ${named}`;
}
