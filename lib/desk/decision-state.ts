import type { DeskArticle } from "./desk-article.ts";

/**
 * Whether editors have anything to decide of an article at `to`: `none` where it was written at that vintage or later, `decided`
 * where they have, `waiting` where they have not.
 */
export function decisionState({
  asOf,
  to,
  decisions,
}: Pick<DeskArticle, "asOf" | "to" | "decisions">): "none" | "decided" | "waiting" {
  const last = decisions.at(-1);
  if (last !== undefined && last.vintage >= to) return "decided";
  return asOf >= to ? "none" : "waiting";
}

/**
 * Whether an editor may sign it; to leave it, it must be waiting. Who left it at `to` may sign it yet; after a decision at a later vintage nothing is
 * decided at an older one.
 */
export function takesDecision(article: Pick<DeskArticle, "asOf" | "to" | "decisions">): boolean {
  const { asOf, to, decisions } = article;
  const last = decisions.at(-1);
  const isLeftAtIt = last?.decision === "left" && last.vintage === to;
  return to > asOf && (isLeftAtIt || decisionState(article) === "waiting");
}
