import type { LedgerClaim } from "#lib/evidence/ledger";

type Standing = LedgerClaim["standing"];

/** How a claim stands, in a word or two: a column says at which vintage. */
export const standingWords = {
  holds: "Holds",
  "holds-rounded": "Holds, rounded",
  drifted: "Drifted",
  flipped: "Flipped",
  unanswered: "No longer published",
} as const satisfies Record<Standing, string>;

/** Whether a claim still says what the figures say. */
export function isHeld(standing: Standing): boolean {
  return standing === "holds" || standing === "holds-rounded";
}
