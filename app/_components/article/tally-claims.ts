import type { VintageDate } from "#lib/series/observation";
import type { Receipt } from "#lib/site/receipt";

/** How an article's claims stand. Those about one vintage are counted apart: later ones do not judge them. */
export interface ClaimTally {
  /** Claims that the newest vintage held is asked about, and how many of them it bears out. */
  readonly judged: number;
  readonly holding: number;
  readonly pinned: number;
  /** The vintages that pinned claims are about, oldest first. */
  readonly pinnedTo: readonly VintageDate[];
}

/** Counts the claims that hold in the newest vintage, those that have moved, and those that name their own vintage. */
export function tallyClaims(
  receipts: readonly Pick<Receipt, "pinned" | "asOf" | "standing">[],
): ClaimTally {
  const judged = receipts.filter(({ pinned }) => !pinned);
  const pinned = receipts.filter((receipt) => receipt.pinned);
  return {
    judged: judged.length,
    holding: judged.filter(({ standing }) => standing === "holds" || standing === "holds-rounded")
      .length,
    pinned: pinned.length,
    pinnedTo: [...new Set(pinned.map(({ asOf }) => asOf))].sort(),
  };
}
