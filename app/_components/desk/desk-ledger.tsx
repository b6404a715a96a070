import { takesDecision } from "#lib/desk/decision-state";
import type { DeskArticle } from "#lib/desk/desk-article";
import { outcomes, outcomeWords } from "#lib/desk/desk-outcome";
import { formatDay } from "#lib/series/format";
import { Ledger } from "../ledger/ledger.tsx";
import { decisionWords } from "./decision-words.ts";
import { formPlace } from "../../desk/outcome-address.ts";

/** Every article in one row: how many claims have each outcome, and what an editor decided. */
export function DeskLedger({
  articles,
  decides,
}: {
  readonly articles: readonly DeskArticle[];
  /** Whether there are forms on this page. */
  readonly decides: boolean;
}) {
  return (
    <Ledger
      label="Articles by outcome"
      className="ledger-stack ledger-thirds desk-ledger"
      columns={[
        { title: "Article" },
        ...outcomes.map((outcome) => ({
          title: outcomeWords[outcome].name,
          kind: "figure" as const,
        })),
        { title: "Decided" },
      ]}
      rows={articles.map((article) => ({
        key: article.slug,
        name: (
          <>
            <a href={`#${article.slug}`}>{article.headline}</a>
            <span className="ledger-mark">{spanOf(article)}</span>
          </>
        ),
        cells: [
          ...outcomes.map((outcome) => (
            <span key={outcome} className={article.counts[outcome] === 0 ? "desk-none" : undefined}>
              {article.counts[outcome]}
            </span>
          )),
          decides && takesDecision(article) ? (
            <a key="decided" href={`#${formPlace(article.slug)}`}>
              {decisionWords(article)}
            </a>
          ) : (
            decisionWords(article)
          ),
        ],
      }))}
    />
  );
}

/** "June 18, 2026 to July 16, 2026" */
export function spanOf({ from, to, asOf, state }: DeskArticle): string {
  switch (state) {
    case "current":
      return `as of ${formatDay(asOf)}; nothing newer of what it reads is held`;
    case "newer":
      return `as of ${formatDay(asOf)}, after the vintages that were asked for`;
    case "draft":
      return `${formatDay(from)} to ${formatDay(to)}, signed as a draft`;
    case "read":
      return `${formatDay(from)} to ${formatDay(to)}`;
  }
}
