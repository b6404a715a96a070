import { decisionState } from "#lib/desk/decision-state";
import type { DeskArticle } from "#lib/desk/desk-article";
import { formatDay } from "#lib/series/format";

/** What an editor decided at the newer vintage, in a few words. */
export function decisionWords(article: DeskArticle): string {
  const last = article.decisions.at(-1);
  switch (decisionState(article)) {
    case "none":
      return "nothing to decide";
    case "waiting":
      return "not yet";
    case "decided":
      return last === undefined
        ? ""
        : `${last.decision === "signed" ? "signed" : "left"} at ${formatDay(last.vintage)} by ${last.by}`;
  }
}
