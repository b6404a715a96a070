import { groupDigits } from "#lib/series/format";
import type { Receipt } from "#lib/site/receipt";
import { Day } from "../site/day.tsx";

/** The source files behind receipts, each once, oldest vintage first. */
export function SnapshotList({ receipts }: { receipts: readonly Pick<Receipt, "snapshots">[] }) {
  const snapshots = new Map(
    receipts.flatMap((receipt) => receipt.snapshots).map((snapshot) => [snapshot.sha256, snapshot]),
  );
  const ordered = [...snapshots.values()].sort((left, right) =>
    left.vintage.localeCompare(right.vintage, "en"),
  );
  return (
    <>
      <ul className="snapshots">
        {ordered.map((snapshot) => (
          <li key={snapshot.sha256}>
            <p>
              <a href={snapshot.url}>{snapshot.file}</a>, vintage of <Day date={snapshot.vintage} />
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
              {snapshot.note === null ? "" : `. ${snapshot.note}`}
            </p>
          </li>
        ))}
      </ul>
      <p className="snapshots-note">
        The Treasury replaces the file at its address with each release; line numbers and checksum
        are those of the copy that was read.
      </p>
    </>
  );
}
