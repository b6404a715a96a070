import Link from "next/link";
import { groupDigits } from "#lib/series/format";
import type { Vintage } from "#lib/series/vintage";
import type { DataPage } from "#lib/site/data-page";
import { Day } from "../site/day.tsx";

/** Other vintages listed here; a table may have hundreds, and its own page lists them all. */
const mostListed = 12;

/** The release, the file that was read, and the other vintages held with their files. */
export function SeriesSource({ page: { release, vintage, vintages } }: { page: DataPage }) {
  const others = vintages.filter(({ date }) => date !== vintage.date).reverse();
  return (
    <section aria-labelledby="source" className="data-source">
      <h2 id="source">Source</h2>
      <p>
        {release.publisher}, <cite>{release.title}</cite>. {release.licence}.{" "}
        <a href={release.url}>The file at the publisher</a>
      </p>
      <ul className="snapshots">
        <VintageFile vintage={vintage} />
      </ul>
      {others.length === 0 ? null : (
        <details>
          <summary>
            {others.length === 1
              ? "The other vintage held"
              : `The other ${others.length} vintages held`}
          </summary>
          <ul className="snapshots data-vintages">
            {others.slice(0, mostListed).map((other) => (
              <VintageFile key={other.date} vintage={other} />
            ))}
          </ul>
          {others.length <= mostListed ? null : (
            <p className="ledger-rest">
              The {mostListed} newest of {others.length}.{" "}
              <Link href={`/releases/${release.slug}`} prefetch={false}>
                All vintages of this table
              </Link>
            </p>
          )}
        </details>
      )}
    </section>
  );
}

function VintageFile({ vintage: { date, release, snapshot, note } }: { vintage: Vintage }) {
  return (
    <li>
      <p>
        <a href={snapshot.url}>{snapshot.fileName}</a>, vintage of{" "}
        <Link href={`/releases/${release}/${date}`} prefetch={false}>
          <Day date={date} />
        </Link>
      </p>
      <p className="snapshot-hash">
        <abbr title="The file’s fingerprint">SHA-256</abbr> <code>{snapshot.sha256}</code>
      </p>
      <p className="snapshot-note">
        {groupDigits(String(snapshot.bytes))} bytes
        {snapshot.retrieved === null ? null : (
          <>
            , retrieved <Day date={snapshot.retrieved} />
          </>
        )}
        {note === null ? "" : `. ${note}`}
      </p>
    </li>
  );
}
