/** What a vintage does to a sentence, the worst first: the order in which an editor reads them. */
export const outcomes = ["flips", "drifts", "closed", "unanswered", "rounds", "same"] as const;

export type Outcome = (typeof outcomes)[number];

/** Each outcome as a heading, and what it means. */
export const outcomeWords: Readonly<
  Record<Outcome, { readonly name: string; readonly meaning: string }>
> = {
  flips: {
    name: "Flips",
    meaning:
      "One of the two vintages contradicts what the words mean: direction, sign, rank or record.",
  },
  drifts: {
    name: "Drifts",
    meaning:
      "The digits round to the value of one of the two vintages, and not to that of the other.",
  },
  closed: {
    name: "Period closed",
    meaning:
      "The words are still true. They speak of the newest period that the article’s vintage had, of what it had so far, or of a record up to then, and this vintage brings a later period: they may be stale.",
  },
  unanswered: {
    name: "Unanswered",
    meaning: "One of the two vintages does not have the figures that the sentence rests on.",
  },
  rounds: {
    name: "Rounds the same",
    meaning: "The value was revised, and the words are true of both.",
  },
  same: { name: "Same", meaning: "The value is the same in both vintages." },
};

/** Outcomes in which the words are not true of both vintages. */
export function isContradicted(outcome: Outcome): boolean {
  return outcome === "flips" || outcome === "drifts";
}
