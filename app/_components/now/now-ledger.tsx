import { formatDay } from "#lib/series/format";
import type { NowClaim } from "#lib/site/now-claim";
import type { NowPage } from "#lib/site/now-page";
import { Tick, tickWords } from "../tick/tick.tsx";
import { nowTick } from "./now-tick.ts";

/** Every claim whose value has changed, with both values, in the order of the text. Folded away; opens without a script. */
export function NowLedger({
  claims,
  then,
  newest,
}: {
  claims: readonly NowClaim[];
  then: NowPage["newest"];
  newest: NowPage["newest"];
}) {
  const changed = claims.flatMap((claim) =>
    claim.outcome === "same" || claim.outcome === "pinned"
      ? []
      : [{ ...claim, kind: nowTick(claim.outcome) }],
  );
  if (changed.length === 0) return null;
  return (
    <details className="now-ledger">
      <summary>
        {changed.length === 1
          ? "The value that changed"
          : `The ${changed.length} values that changed`}
      </summary>
      <div
        className="ledger-scroll"
        tabIndex={0}
        role="region"
        aria-label="Values as published and now"
      >
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">Words</th>
              <th scope="col" className="figure">
                {formatDay(then)}
              </th>
              <th scope="col" className="figure">
                {formatDay(newest)}
              </th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ id, words, then: before, now, kind }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`#claim-${id}`}>{words}</a>
                </th>
                <td className="figure">{before}</td>
                <td className="figure">{now}</td>
                <td className={`now-verdict now-${kind}`}>
                  <Tick kind={kind} /> {tickWords[kind]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
