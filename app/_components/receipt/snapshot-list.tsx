import { groupDigits } from "#lib/series/format";
import { describeFiles, groupSnapshots, mostAlone } from "#lib/site/group-snapshots";
import type { Receipt } from "#lib/site/receipt";
import { Day } from "../site/day.tsx";

type Snapshot = Receipt["snapshots"][number];

/** The source files behind receipts, each once, oldest vintage first; many of one release are folded away under its name. */
export function SnapshotList({ receipts }: { receipts: readonly Pick<Receipt, "snapshots">[] }) {
  const groups = groupSnapshots(receipts.flatMap(({ snapshots }) => snapshots));
  const [open, folded] = [
    groups.filter(({ files }) => files.length <= mostAlone),
    groups.filter(({ files }) => files.length > mostAlone),
  ];
  return (
    <>
      {open.length === 0 ? null : <Files files={open.flatMap(({ files }) => files)} />}
      {folded.map((group) => (
        <details key={group.release} className="fold">
          <summary>{describeFiles(group)}</summary>
          {group.note === null ? null : <p className="snapshots-note">{group.note}.</p>}
          <Files files={group.files} shared={group.note} />
        </details>
      ))}
      <p className="snapshots-note">
        The Treasury replaces the file at its address with each release; line numbers and checksum
        are those of the copy that was read.
      </p>
    </>
  );
}

function Files({ files, shared }: { files: readonly Snapshot[]; shared?: string | null }) {
  return (
    <ul className="snapshots">
      {files.map((snapshot) => (
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
            {snapshot.note === null || snapshot.note === shared ? "" : `. ${snapshot.note}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
