import type { DeskArticle } from "./desk-article.ts";

/** Outcomes for which an editor reads an article again. */
const pressing = ["flips", "drifts", "closed"] as const;

/** Puts the articles first of which most sentences are contradicted in meaning, then in digits, then those that may be stale. */
export function worstFirst(
  { counts: left }: Pick<DeskArticle, "counts">,
  { counts: right }: Pick<DeskArticle, "counts">,
): number {
  const decisive = pressing.find((outcome) => left[outcome] !== right[outcome]);
  return decisive === undefined ? 0 : right[decisive] - left[decisive];
}
