import type { ArticleDecision } from "#lib/articles/frontmatter";
import type { VintageDate } from "#lib/series/observation";
import type { Receipt } from "./receipt.ts";

/** What readers are told of an article and the vintages that came since: what an editor decided, and what nobody has yet. */
export interface DeskStanding {
  /** All decisions, oldest first. */
  readonly decisions: readonly ArticleDecision[];
  /** The last of them; null when there was none. */
  readonly decision: ArticleDecision | null;
  /** How many sentences the vintage that was decided on contradicts; 0 for one that was signed. */
  readonly changed: number;
  /** The newest vintage that contradicts sentences and that nobody has decided on; null when there is none. */
  readonly waiting: { readonly vintage: VintageDate; readonly changed: number } | null;
}

type Read = Pick<Receipt, "later" | "pinned" | "sentence">;

/** From what the article's receipts say of later vintages. */
export function standingOfDesk(
  desk: readonly ArticleDecision[],
  receipts: readonly Read[],
): DeskStanding {
  const decision = desk.at(-1) ?? null;
  const decided = decision === null ? [] : changedIn(receipts, null, decision.vintage);
  const since = changedIn(receipts, decision?.vintage ?? null, null);
  const newest = since
    .map(({ vintage }) => vintage)
    .sort()
    .at(-1);
  return {
    decisions: desk,
    decision,
    changed: countSentences(decided),
    waiting: newest === undefined ? null : { vintage: newest, changed: countSentences(since) },
  };
}

interface Changed {
  readonly vintage: VintageDate;
  readonly sentence: string;
}

/**
 * The claims that the vintages after one and up to another contradict: of each claim the last reading counts. A claim has none
 * at a vintage of a release that it does not read.
 */
function changedIn(
  receipts: readonly Read[],
  after: VintageDate | null,
  upTo: VintageDate | null,
): Changed[] {
  return receipts
    .filter(({ pinned }) => !pinned)
    .flatMap(({ later, sentence: { before, claim, after: rest } }) => {
      const last = later.findLast(({ vintage }) => upTo === null || vintage <= upTo);
      const isWrong = last?.standing === "drifted" || last?.standing === "flipped";
      return isWrong && (after === null || last.vintage > after)
        ? [{ vintage: last.vintage, sentence: `${before}${claim}${rest}` }]
        : [];
    });
}

function countSentences(changed: readonly Changed[]): number {
  return new Set(changed.map(({ sentence }) => sentence)).size;
}
