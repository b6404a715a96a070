import type { Receipt } from "#lib/site/receipt";

type Snapshot = Receipt["snapshots"][number];

/** The files of one release. */
export interface SnapshotGroup {
  readonly release: string;
  /** Oldest vintage first. */
  readonly files: readonly Snapshot[];
  /** The note that all of them have; null where they differ, or have none. */
  readonly note: string | null;
}

/** Files by release, in the order in which each release first appears; a file that comes twice is there once. */
export function groupSnapshots(snapshots: readonly Snapshot[]): readonly SnapshotGroup[] {
  const known = new Map(snapshots.map((snapshot) => [snapshot.sha256, snapshot]));
  const groups = new Map<string, Snapshot[]>();
  for (const snapshot of known.values()) {
    const group = groups.get(snapshot.release);
    if (group) group.push(snapshot);
    else groups.set(snapshot.release, [snapshot]);
  }
  return [...groups].map(([release, files]) => {
    const notes = new Set(files.map(({ note }) => note));
    const [note = null] = notes;
    return {
      release,
      files: files.sort((left, right) => left.vintage.localeCompare(right.vintage, "en")),
      note: notes.size === 1 ? note : null,
    };
  });
}
