import type { ArticleDecision } from "#lib/articles/frontmatter";
import type { VintageDate } from "#lib/series/observation";
import type { Receipt } from "./receipt.ts";

/** What readers are told of an article and the vintages that came since: what an editor decided, and what nobody has yet. */
export interface DeskStanding {
  /** The last decision; null when there was none. */
  readonly decision: ArticleDecision | null;
  /** How many sentences the vintage that was decided on contradicts; 0 for one that was signed. */
  readonly changed: number;
  /** The newest vintage that contradicts sentences and that nobody has decided on; null when there is none. */
  readonly waiting: { readonly vintage: VintageDate; readonly changed: number } | null;
}

/** From what the article's receipts say of later vintages. */
export function standingOfDesk(
  desk: readonly ArticleDecision[],
  receipts: readonly Pick<Receipt, "later" | "pinned" | "sentence">[],
): DeskStanding {
  const decision = desk.at(-1) ?? null;
  const newest = receipts
    .flatMap(({ later }) => later.map(({ vintage }) => vintage))
    .sort()
    .at(-1);
  const isOpen = newest !== undefined && (decision === null || newest > decision.vintage);
  const changed = isOpen ? countChanged(receipts, newest) : 0;
  return {
    decision,
    changed: decision === null ? 0 : countChanged(receipts, decision.vintage),
    waiting: isOpen && changed > 0 ? { vintage: newest, changed } : null,
  };
}

/** How many sentences a vintage contradicts: of a claim, the last reading up to it. */
function countChanged(
  receipts: readonly Pick<Receipt, "later" | "pinned" | "sentence">[],
  vintage: VintageDate,
): number {
  const changed = receipts.filter(({ later, pinned }) => {
    const standing = later.findLast((reading) => reading.vintage <= vintage)?.standing;
    return !pinned && (standing === "drifted" || standing === "flipped");
  });
  return new Set(
    changed.map(({ sentence: { before, claim, after } }) => `${before}${claim}${after}`),
  ).size;
}
