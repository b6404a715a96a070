import { nowOutcomes, type NowOutcome } from "#lib/site/now-claim";

/** A part of the sentence that counts what became of the claims. */
export interface CountedPart {
  readonly outcome: NowOutcome;
  /** "5 have drifted" */
  readonly words: string;
}

const verbs = {
  same: ["has", "have", "the same value"],
  rounds: ["was", "were", "revised and still holds", "revised and still hold"],
  drifted: ["has", "have", "drifted"],
  flipped: ["has", "have", "flipped"],
  unanswered: ["is", "are", "no longer answered by the figures published"],
  pinned: ["is", "are", "about a vintage of its own", "about vintages of their own"],
} as const satisfies Record<NowOutcome, readonly [string, string, string, string?]>;

/** "62 have the same value", "21 were revised and still hold", "1 has flipped": what there is of each, in this order. */
export function countedParts(counts: Readonly<Record<NowOutcome, number>>): CountedPart[] {
  return nowOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => {
      const count = counts[outcome];
      const [one, many, rest, restOfMany = rest] = verbs[outcome];
      return {
        outcome,
        words: count === 1 ? `1\u00a0${one} ${rest}` : `${count}\u00a0${many} ${restOfMany}`,
      };
    });
}
