import type { DeskArticle } from "#lib/desk/desk-article";
import { formatDay } from "#lib/series/format";

/** What an editor decided last, in a few words. */
export function decisionWords({
  decisions,
  state,
}: Pick<DeskArticle, "decisions" | "state">): string {
  const last = decisions.at(-1);
  if (last === undefined) return state === "read" ? "not yet" : "nothing to decide";
  const what = last.decision === "signed" ? "signed" : "left";
  return `${what} at ${formatDay(last.vintage)} by ${last.by}`;
}
