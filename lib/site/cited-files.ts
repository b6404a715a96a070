import { formatDay } from "#lib/series/format";
import { describeFiles, groupSnapshots, mostAlone } from "./group-snapshots.ts";
import type { Receipt } from "./receipt.ts";

/** Who published the figures and in which files, as a citation begins. Many files of one release are told by their number. */
export function citedFiles(snapshots: Receipt["snapshots"]): string {
  const files = groupSnapshots(snapshots).flatMap((group) =>
    group.files.length > mostAlone
      ? [`${describeFiles(group)} (SHA-256 of each on the receipt)`]
      : group.files.map(
          ({ file, vintage, sha256 }) =>
            `${file}, vintage of ${formatDay(vintage)} (SHA-256 ${sha256})`,
        ),
  );
  return `U.S. Department of the Treasury, Treasury International Capital System: ${files.join("; ")}`;
}
