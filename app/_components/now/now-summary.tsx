import { Fragment } from "react";
import { formatDay } from "#lib/series/format";
import type { NowPage } from "#lib/site/now-page";
import { NowLedger } from "./now-ledger.tsx";
import { countedParts } from "./now-counts.ts";

/** What has become of an article's claims since it was published, at the head of the text that is read now. */
export function NowSummary({ now }: { now: NowPage }) {
  const { page, newest, newer, claims } = now;
  return (
    <section className="now-summary" id="then-and-now" aria-labelledby="then-and-now-title">
      <h2 id="then-and-now-title">Since {formatDay(page.asOf)}</h2>
      {newer.length === 0 ? (
        <p>
          No newer figures are held: {formatDay(page.asOf)}, from which this article was written, is
          still the newest vintage of every table it reads, and its {claims.length} claims stand as
          published. When a newer one comes, this page marks each claim that it changes.
        </p>
      ) : (
        <>
          <p>
            <Counted now={now} />
          </p>
          <p className="now-how">
            The words are as published. Where the figures of {formatDay(newest)} no longer bear them
            out, what they would have to say stands behind them in brackets. Charts show the newest
            figures. {newer.length === 1 ? "Newer is" : "Newer are"}{" "}
            {newer.map(({ release, title, vintage }, index) => (
              <Fragment key={release}>
                {index === 0 ? "" : "; "}
                <a href={`/releases/${release}/${vintage}`}>
                  {title}, {formatDay(vintage)}
                </a>
              </Fragment>
            ))}
            .
          </p>
          <NowLedger claims={claims} then={page.asOf} newest={newest} />
        </>
      )}
    </section>
  );
}

/** "Of 95 claims, 62 have the same value, 7 have drifted and 2 have flipped", each count a way to the first of its kind. */
function Counted({ now: { claims, counts } }: { now: NowPage }) {
  const parts = countedParts(counts);
  return (
    <>
      {claims.length === 1 ? "Of 1 claim, " : `Of ${claims.length} claims, `}
      {parts.map(({ outcome, words }, index) => {
        const first = claims.find((claim) => claim.outcome === outcome);
        return (
          <Fragment key={outcome}>
            {index === 0 ? "" : index === parts.length - 1 ? " and " : ", "}
            {outcome === "same" || first === undefined ? (
              words
            ) : (
              <a href={`#claim-${first.id}`}>{words}</a>
            )}
          </Fragment>
        );
      })}
      .
    </>
  );
}
