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

/** Whether an editor may sign or leave it: who left it as written may sign it yet. */
export function takesDecision(article: Pick<DeskArticle, "asOf" | "to" | "decisions">): boolean {
  const last = article.decisions.at(-1);
  return (
    article.to > article.asOf && (last?.decision === "left" || decisionState(article) === "waiting")
  );
}
