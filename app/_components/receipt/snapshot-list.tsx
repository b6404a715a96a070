import { formatDay, groupDigits } from "#lib/series/format";
import type { Receipt } from "#lib/site/receipt";
import { shortName } from "#lib/site/release-names";
import { Day } from "../site/day.tsx";
import { groupSnapshots, type SnapshotGroup } from "./group-snapshots.ts";

type Snapshot = Receipt["snapshots"][number];

/** Files of one release that are listed openly; more are folded away under its name. */
const mostOpen = 2;

/** The source files behind receipts, each once, by release, oldest vintage first. */
export function SnapshotList({ receipts }: { receipts: readonly Pick<Receipt, "snapshots">[] }) {
  const groups = groupSnapshots(receipts.flatMap(({ snapshots }) => snapshots));
  const [open, folded] = [
    groups.filter(({ files }) => files.length <= mostOpen),
    groups.filter(({ files }) => files.length > mostOpen),
  ];
  return (
    <>
      {open.length === 0 ? null : <Files files={open.flatMap(({ files }) => files)} />}
      {folded.map((group) => (
        <details key={group.release} className="fold">
          <summary>{describe(group)}</summary>
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

/** "Press releases: 14 files, of vintages from March 15, 2012 to February 18, 2025" */
function describe({ release, files }: SnapshotGroup): string {
  const [first, last] = [files.at(0), files.at(-1)].map((file) => formatDay(file?.vintage ?? ""));
  return `${shortName({ slug: release, title: release })}: ${files.length} files, of vintages from ${first ?? ""} to ${last ?? ""}`;
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
