import { formatDay } from "#lib/series/format";
import type { Receipt } from "./receipt.ts";
import { shortName } from "./release-names.ts";

type Snapshot = Receipt["snapshots"][number];

/** The files of one release. */
export interface SnapshotGroup {
  readonly release: string;
  /** Oldest vintage first. */
  readonly files: readonly Snapshot[];
  /** The note that all of them have; null where they differ, or have none. */
  readonly note: string | null;
}

/** Files of one release that are told one by one; more are told together. */
export const mostAlone = 2;

/** "Press releases: 14 files, of vintages from March 15, 2012 to February 18, 2025" */
export function describeFiles({ release, files }: SnapshotGroup): string {
  const [first, last] = [files.at(0), files.at(-1)].map((file) => formatDay(file?.vintage ?? ""));
  return `${shortName({ slug: release, title: release })}: ${files.length} files, of vintages from ${first ?? ""} to ${last ?? ""}`;
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
