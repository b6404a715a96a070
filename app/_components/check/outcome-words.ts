import type { Outcome } from "#lib/suggest/found-figure";
import type { CheckedFigure } from "#lib/site/check-text-receipt";
import type { TickKind } from "../tick/tick.tsx";

/** The outcomes in the order in which they are told. */
export const outcomes = [
  "supported",
  "drifted",
  "contradicted",
  "unknown",
] as const satisfies readonly Outcome[];

/** What each is called before its figures. */
export const outcomeWords = {
  supported: "Supported",
  drifted: "Drifted",
  contradicted: "Contradicted",
  unknown: "Unknown",
} as const satisfies Record<Outcome, string>;

/** The mark of each: those of our own articles, with the same shapes. */
export function markOf({ outcome, isExact }: Pick<CheckedFigure, "outcome" | "isExact">): TickKind {
  switch (outcome) {
    case "supported":
      return isExact ? "holds" : "holds-rounded";
    case "drifted":
      return "drifted";
    case "contradicted":
      return "flipped";
    case "unknown":
      return "exempt";
  }
}

/** "14 figures: 9 supported, 3 drifted, 1 contradicted, 1 unknown". What there is none of is left out. */
export function summaryOf(counts: Readonly<Record<Outcome, number>>): string {
  const told = outcomes.filter((outcome) => counts[outcome] > 0);
  const total = told.reduce((sum, outcome) => sum + counts[outcome], 0);
  if (total === 0) return "No figures found";
  // A count stays on the line of what it counts.
  const list = told.map((outcome) => `${counts[outcome]}\u00a0${outcome}`).join(", ");
  return `${total} ${total === 1 ? "figure" : "figures"}: ${list}`;
}
