import type { Evaluation } from "#lib/expressions/value";
import { judgeSaying } from "./judge-saying.ts";
import { readSayings } from "./read-sayings.ts";

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
  const [one, other] = [readSayings(before), readSayings(after)];
  if ("trouble" in one || "trouble" in other) return false;
  const isOfOneSort = one.sayings.every((saying, at) => {
    const second = other.sayings[at];
    return (
      second !== undefined &&
      saying.sense === second.sense &&
      saying.needs === second.needs &&
      saying.hedge === second.hedge &&
      saying.extreme === second.extreme &&
      saying.condition === second.condition
    );
  });
  const isPaired =
    isOfOneSort &&
    one.sayings.length === other.sayings.length &&
    one.sayings.length === evaluations.length;
  return (
    isPaired &&
    evaluations.every((evaluation, at) =>
      [one.sayings[at], other.sayings[at]].every((saying) => {
        const judged = saying && judgeSaying(saying, evaluation);
        return judged !== undefined && "verdict" in judged && /^holds/.test(judged.verdict);
      }),
    )
  );
}
