import { hashOf } from "#lib/sources/seed";
import { mostBytes } from "#lib/sources/source-rows";
import { fetchFile, type Network } from "./fetch-file.ts";
import type { FetchedBefore } from "./fetch-state.ts";
import type { FetchFailure } from "./judge-answer.ts";
import type { HeldFile } from "./held-files.ts";
import type { KeptPart } from "./kept-part.ts";
import { readSnapshot } from "./snapshots.ts";

/** A file at hand: fetched now, or kept from last time when the publisher says that it is the same. */
export interface FileAtHand extends FetchedBefore {
  readonly bytes: Uint8Array;
  readonly notModified: boolean;
}

/** Why no file came. */
export type FetchTrouble = FetchFailure["problem"];

/** Asks on condition only when the bytes of last time are still here: without them, "not modified" would be no help. */
export async function getFile(
  url: URL,
  before: FetchedBefore | null,
  files: readonly HeldFile[],
  { folder, network }: { readonly folder: string; readonly network: Network },
  part: KeptPart | null,
): Promise<FileAtHand | FetchTrouble> {
  const kept = before && (await readSnapshot(folder, before.sha256));
  const known = before &&
    kept && {
      etag: before.fields["etag"] ?? null,
      lastModified: before.fields["last-modified"] ?? null,
    };
  const fetched = await fetchFile(url, known, mostOf(files), network, part);
  switch (fetched.kind) {
    case "failed":
      return fetched.problem;
    case "not-modified":
      if (!before || !kept) throw new Error(`${url.href} is not modified, but was not known`);
      return { ...before, bytes: kept, notModified: true };
    case "fetched": {
      const { bytes, fields } = fetched;
      const fetchedAt = network.clock.now().toISOString();
      return { bytes, fields, sha256: hashOf(bytes), fetchedAt, notModified: false };
    }
  }
}

/** Twice the largest file known of this release, so that a wrong file is not read to its end; never more than any may be. */
function mostOf(files: readonly HeldFile[]): number {
  if (files.length === 0) return mostBytes;
  return Math.min(mostBytes, 2 * Math.max(...files.map(({ bytes }) => bytes)));
}
