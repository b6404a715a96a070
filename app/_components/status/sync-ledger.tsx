import Link from "next/link";
import { shortName } from "#lib/site/release-names";
import type { StatusRelease } from "#lib/site/status-page";
import { Day } from "../site/day.tsx";
import { Instant } from "./instant.tsx";

/** What came of asking for a table, in words. */
const outcomeWords = {
  loaded: "a new vintage came",
  held: "nothing new",
  refused: "a file came that was refused",
  failed: "no file came",
} as const;

/** Each release with its newest vintage, and who was last asked for another. `isKnown`: whether the store can say. */
export function SyncLedger({
  releases,
  isKnown,
}: {
  releases: readonly StatusRelease[];
  isKnown: boolean;
}) {
  return (
    <div className="ledger-scroll" role="region" aria-label="The tables" tabIndex={0}>
      <table className="ledger ledger-stack" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {["Table", "Newest vintage", "Last asked for", "What came of it"].map((name) => (
              <th key={name} scope="col" role="columnheader">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {releases.map((release) => (
            <tr key={release.slug} role="row">
              <th scope="row" role="rowheader">
                <Link href={`/releases/${release.slug}`} prefetch={false}>
                  {shortName(release)}
                </Link>
              </th>
              <td role="cell" data-column="Newest vintage">
                <span>
                  <Link href={`/releases/${release.slug}/${release.newest}`} prefetch={false}>
                    <Day date={release.newest} />
                  </Link>
                </span>
              </td>
              <SyncCells sync={release.sync} isKnown={isKnown} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SyncCells({ sync, isKnown }: { sync: StatusRelease["sync"]; isKnown: boolean }) {
  if (sync === null) {
    return (
      <td role="cell" colSpan={2} className="place">
        {isKnown ? "never asked for" : "not known while the store does not answer"}
      </td>
    );
  }
  const { at, outcome, goodAt } = sync;
  const isBad = outcome === "refused" || outcome === "failed";
  return (
    <>
      <td role="cell" data-column="Last asked for">
        <Instant at={at} />
      </td>
      <td role="cell" data-column="What came of it">
        <span>
          {outcomeWords[outcome]}
          {isBad ? (
            <span className="ledger-mark">
              {goodAt === null ? (
                "no file has ever come"
              ) : (
                <>
                  last good on <Instant at={goodAt} />
                </>
              )}
            </span>
          ) : null}
        </span>
      </td>
    </>
  );
}
