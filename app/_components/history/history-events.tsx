import type { ChangedClaim, HistoryEvent } from "#lib/site/article-history";
import { CorrectionTerms } from "../corrections/correction-terms.tsx";
import { standingWords } from "../ledger/standing-words.ts";
import { Day } from "../site/day.tsx";
import { Tick } from "../tick/tick.tsx";

/** What happened to an article, newest first. */
export function HistoryEvents({ events }: { events: readonly HistoryEvent[] }) {
  return (
    <ol className="history-events">
      {events.map((event, at) => (
        <li key={`${event.day} ${event.kind} ${at}`}>
          <p className="history-day">
            <Day date={event.day} />
          </p>
          <div>
            <Told event={event} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Told({ event }: { event: HistoryEvent }) {
  switch (event.kind) {
    case "published":
      return <p>Published.</p>;
    case "updated":
      return <p>Last changed.</p>;
    case "corrected":
      return (
        <>
          <p>Corrected.</p>
          <CorrectionTerms correction={event.correction} />
        </>
      );
    case "decided": {
      const { decision, by, vintage, note } = event.decision;
      return (
        <p>
          {decision === "signed" ? "Read again and signed" : "Left as written"} by {by}, at the
          vintage of <Day date={vintage} />
          {note === undefined ? "." : `: ${note}`}
        </p>
      );
    }
    case "vintage":
      return <Vintage read={event.read} changed={event.changed} />;
  }
}

function Vintage({ read, changed }: { read: number; changed: readonly ChangedClaim[] }) {
  const claims = read === 1 ? "1 claim" : `${read} claims`;
  if (changed.length === 0)
    return <p>A vintage came; {claims} read in it, none stands otherwise.</p>;
  return (
    <>
      <p>
        A vintage came; of {claims} read in it, {changed.length}{" "}
        {changed.length === 1 ? "stands" : "stand"} otherwise:
      </p>
      <ul>
        {changed.map(({ id, path, words, before, since }) => (
          <li key={id}>
            <a href={path}>“{words}”</a>: {before.computed}, since then {since.computed}.{" "}
            <span className="history-standing">
              <Tick kind={since.standing} />
              {standingWords[since.standing]}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
