import { formatDay } from "#lib/series/format";
import type { ArticleHistory, HistoryAnswer } from "#lib/site/article-history";
import { Ledger } from "../ledger/ledger.tsx";
import { outcome } from "../receipt/outcome.ts";
import { Tick } from "../tick/tick.tsx";

/** The words for how a claim stands in a vintage, before the article as after it. */
const answerWords = {
  holds: "holds",
  "holds-rounded": "holds, rounded",
  drifted: "other digits",
  flipped: "another meaning",
} as const;

/** What each vintage answers to every claim: a value stands where it first differs from that of the vintage before. */
export function AnswerLedger({ history }: { history: ArticleHistory }) {
  const { article, claims, vintages, olderVintages, pinned } = history;
  return (
    <>
      <p className="side-note">
        A value stands where it differs from that of the vintage before; a dash says that it does
        not. The article names the vintage of {formatDay(article.asOf)}.
        {olderVintages === 0
          ? ""
          : ` ${olderVintages} older ${olderVintages === 1 ? "vintage" : "vintages"} with other values ${olderVintages === 1 ? "is" : "are"} in the receipts.`}
        {pinned === 0
          ? ""
          : ` ${pinned} ${pinned === 1 ? "claim is" : "claims are"} about a vintage of ${pinned === 1 ? "its" : "their"} own, and not listed.`}
      </p>
      <Ledger
        className="ledger-stack history-ledger"
        label="Claims by vintage"
        columns={[
          { title: "Claim" },
          ...vintages.map((vintage) => ({ title: formatDay(vintage), kind: "figure" as const })),
        ]}
        rows={claims.map(({ id, path, words, computation, answers }) => ({
          key: id,
          name: (
            <>
              <a href={path}>{words}</a>
              <span className="history-computation">{computation}</span>
            </>
          ),
          cells: answers.map((answer, at) => (
            <Answer key={vintages[at]} answer={answer} asOf={article.asOf} />
          )),
        }))}
      />
    </>
  );
}

function Answer({ answer, asOf }: { answer: HistoryAnswer; asOf: string }) {
  const { standing, same, vintage } = answer;
  if (same) {
    return (
      <span className="history-same">
        –<span className="visually-hidden">the same</span>
      </span>
    );
  }
  if (standing === "unanswered") {
    const why = vintage < asOf ? "not published yet" : "no longer published";
    return <span className="ledger-mark">{why}</span>;
  }
  return (
    <>
      <span>{outcome(answer)}</span>
      <span className="ledger-mark">
        <Tick kind={standing} />
        {answerWords[standing]}
      </span>
    </>
  );
}
