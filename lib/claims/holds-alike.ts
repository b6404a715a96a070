import type { Evaluation } from "#lib/expressions/value";
import { fitSayings } from "./fit-sayings.ts";
import { judgeSaying } from "./judge-saying.ts";
import { readSayings } from "./read-sayings.ts";
import type { Saying } from "./saying.ts";

/**
 * Whether two wordings say the same things of evaluations, and are both borne out by them: "about $320 billion" and "about
 * $330 billion" of $324 billion. Such a change of a figure is none that a gate could refuse. The evaluations are those of the
 * claim's expressions, in the order of the words.
 */
export function holdsAlike(
  before: string,
  after: string,
  evaluations: readonly Evaluation[],
): boolean {
  const [one, other] = [before, after].map((words) => sayingsFor(words, evaluations.length));
  if (!one || !other) return false;
  return evaluations.every((evaluation, at) => {
    const [first, second] = [one[at], other[at]];
    return (
      first !== undefined &&
      second !== undefined &&
      isOfOneSort(first, second) &&
      [first, second].every((saying) => isBorneOut(saying, evaluation))
    );
  });
}

/** A saying for each of so many expressions; one alone is said of each. */
function sayingsFor(words: string, count: number): readonly Saying[] | null {
  const read = readSayings(words);
  if ("trouble" in read) return null;
  const sayings = fitSayings(read.sayings, count);
  const [only] = sayings;
  if (only && sayings.length === 1) return Array.from({ length: count }, () => only);
  return sayings.length === count ? sayings : null;
}

function isOfOneSort(one: Saying, other: Saying): boolean {
  return (
    one.sense === other.sense &&
    one.needs === other.needs &&
    one.hedge === other.hedge &&
    one.extreme === other.extreme &&
    one.condition === other.condition
  );
}

function isBorneOut(saying: Saying, evaluation: Evaluation): boolean {
  const judged = judgeSaying(saying, evaluation);
  return "verdict" in judged && /^holds/.test(judged.verdict);
}
