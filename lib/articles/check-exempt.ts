import type { NounDimension } from "#lib/nouns/noun";
import type { Nouns } from "#lib/nouns/nouns";
import { findPeriodMentions } from "#lib/nouns/period-mention";
import { clausesOf } from "#lib/nouns/text-units";
import type { Problem } from "#lib/series/problem";
import type { Exemption } from "./exempt-figures.ts";
import type { ExemptMark, Sentence } from "./mark.ts";

/** What an exemption of a kind must look like: why it is none, or null. */
type Rule = (mark: ExemptMark, nouns: Nouns) => string | null;

const dimensions = ["area", "class", "measure"] as const;

/** "Say, $5" and "say that a fund" make something up; what analysts say is said in earnest. */
const exampleWords =
  /\b(?:for example|for instance|suppose|imagine|such as|like|if|let|take|think of)\b|(?:^|[,;:(\u2014] ?|\b(?:of|with|at|by) |\blet['\u2019]s )say\b/iu;
/** "Were" alone is the past tense: "were it to grow" makes something up, "prices were high" does not. */
const hypothesisWords =
  /\b(?:would|could|might|should|if|unless|suppose|imagine)\b|^[^\p{L}]*were\b/iu;

const rules: Readonly<Record<Exemption, Rule>> = {
  "other-data": namingInSentence,
  example: (mark, nouns) =>
    exampleWords.test(mark.sentence.before + mark.sentence.claim)
      ? namingInSentence(mark, nouns)
      : 'its sentence does not say that it is one ("for example", "say,", "suppose")',
  hypothetical: (mark, nouns) =>
    hypothesisWords.test(clauseOf(mark.sentence))
      ? namingInSentence(mark, nouns)
      : 'its clause does not say that it is one ("would", "if", "suppose")',
  name: ({ text }, nouns) => naming(text, dimensions, nouns, "it"),
  definition: ({ text }, nouns) =>
    findPeriodMentions(text).length > 0
      ? "it speaks of a time, which no definition does"
      : naming(text, dimensions, nouns, "it"),
  summary: ({ text }, nouns) => naming(text, dimensions, nouns, "it"),
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

/** The clause of the exempt words, whole. */
function clauseOf({ before, claim, after }: Sentence): string {
  const text = before + claim + after;
  const words = { start: before.length, end: before.length + claim.length };
  const clauses = clausesOf(text, { start: 0, end: text.length }, [words]);
  const own = clauses.find(({ end }) => words.start < end);
  return text.slice(own?.start, own?.end);
}

function namingInSentence(
  { sentence: { before, claim, after } }: ExemptMark,
  nouns: Nouns,
): string | null {
  return naming(`${before}${claim}${after}`, dimensions, nouns, "its sentence");
}

/** That words name each of these dimensions of our series, and nobody whom no series counts; null when they do not. */
function naming(
  words: string,
  wanted: readonly NounDimension[],
  nouns: Nouns,
  what: string,
): string | null {
  const found = nouns.finder.find(words);
  const isOurs =
    found.every(({ noun }) => noun.fits.size > 0) &&
    wanted.every((dimension) => found.some(({ noun }) => noun.dimension === dimension));
  if (!isOurs) return null;
  const named = found.map(({ start, end }) => `"${words.slice(start, end)}"`).join(", ");
  return `${what} names what our series measure: ${named}`;
}
