import { formatDay } from "#lib/series/format";
import type { Receipt } from "./receipt.ts";

/** Who published the figures and in which files, as a citation begins. */
export function citedFiles(snapshots: Receipt["snapshots"]): string {
  const files = snapshots.map(
    ({ file, vintage, sha256 }) => `${file}, vintage of ${formatDay(vintage)} (SHA-256 ${sha256})`,
  );
  return `U.S. Department of the Treasury, Treasury International Capital System: ${files.join("; ")}`;
}
