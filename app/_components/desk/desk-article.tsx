import Link from "next/link";
import { decisionState, takesDecision } from "#lib/desk/decision-state";
import { countSentences, type DeskArticle } from "#lib/desk/desk-article";
import { outcomes, outcomeWords, type Outcome } from "#lib/desk/desk-outcome";
import type { DeskRange } from "#lib/desk/desk-range";
import type { DeskOutcome } from "../../_data/desk-decide.ts";
import { outcomePlace } from "../../desk/outcome-address.ts";
import { Day } from "../site/day.tsx";
import { DeskEntries } from "./desk-entries.tsx";
import { DeskForm } from "./desk-form.client.tsx";
import { spanOf } from "./desk-ledger.tsx";
import { DeskOutcomeNote } from "./desk-outcome.client.tsx";

interface DeskArticleProps {
  readonly article: DeskArticle;
  /** The two vintages that were asked for. */
  readonly range: DeskRange;
  /** Whether this server takes decisions. */
  readonly decides: boolean;
  /** What came of the decision on it that was just posted, under an id of its own; null when there was none. */
  readonly outcome: (DeskOutcome & { readonly id: string }) | null;
}

/** One article at the desk: its sentences by outcome, the worst first, what was decided, and the form to decide. */
export function DeskArticleSection({ article, range, decides, outcome }: DeskArticleProps) {
  const { slug, headline, decisions, state, entries } = article;
  // What was recorded just now is in the article when the gate has read it again.
  const takes = decides && takesDecision(article) && outcome?.ok !== true;
  return (
    <section aria-labelledby={slug} className="desk-article">
      <h2 id={slug}>
        <Link href={`/articles/${slug}`} prefetch={false}>
          {headline}
        </Link>
      </h2>
      <p className="side-note">
        {spanOf(article)}
        {entries.length === 0
          ? ""
          : `; ${countOf(entries.length, "claim")} in ${countOf(article.sentences, "sentence")}`}
      </p>
      {decisions.length === 0 ? null : (
        <ul className="desk-decisions">
          {decisions.map(({ vintage, decision, by, on, note }) => (
            <li key={`${vintage} ${decision}`}>
              {decision === "signed"
                ? "Read again at the vintage of "
                : "Left as written at the vintage of "}
              <Day date={vintage} />, by {by} on <Day date={on} />
              {note === undefined ? "" : `: ${note}`}
            </li>
          ))}
        </ul>
      )}
      {outcomes
        .filter((outcome) => outcome !== "same" && article.counts[outcome] > 0)
        .map((outcome) => (
          <OutcomeGroup key={outcome} article={article} outcome={outcome} />
        ))}
      {article.counts.same === 0 || state === "current" ? null : (
        <p className="desk-same">
          {article.counts.same === entries.length
            ? "Every value is the same in both vintages."
            : `${article.counts.same} more ${article.counts.same === 1 ? "claim has" : "claims have"} the same value in both.`}
        </p>
      )}
      {outcome === null ? null : (
        <DeskOutcomeNote
          key={outcome.id}
          id={outcomePlace(slug)}
          ok={outcome.ok}
          message={outcome.message}
          problems={outcome.problems}
        />
      )}
      {takes ? (
        <DeskForm
          article={{ slug, to: article.to, seen: article.seen }}
          leaves={decisionState(article) === "waiting"}
          range={range}
          typed={outcome ?? { by: "", note: "", on: "" }}
        />
      ) : null}
    </section>
  );
}

function OutcomeGroup({ article, outcome }: { article: DeskArticle; outcome: Outcome }) {
  const count = countSentences(article, [outcome]);
  const entries = article.entries.filter((entry) => entry.outcome === outcome);
  return (
    <details className="desk-group" open={outcome !== "unanswered" && outcome !== "rounds"}>
      <summary>
        {outcomeWords[outcome].name} <span>{countOf(count, "sentence")}</span>
      </summary>
      <DeskEntries slug={article.slug} entries={entries} />
    </details>
  );
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
