import path from "node:path";
import type { Catalogue } from "#lib/sources/catalogue";
import { parseVintage } from "#lib/sources/parse-source";
import { checkReleaseDay } from "#lib/sources/release-day";
import { hashOf } from "#lib/sources/seed";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import { appendVintage, type AppendResult } from "./append-vintage.ts";
import { releaseOf } from "./release-of.ts";
import type { Store } from "./store.ts";

/** What is known of a source file besides its bytes. */
export interface FileOrigin {
  readonly name: string;
  /** The day on which the release was published: the date of the vintage. */
  readonly released: VintageDate;
  /** The day on which the file was fetched, if somebody wrote it down. */
  readonly retrieved: string | null;
  readonly note: string | null;
}

/** What became of a file whose form is right. */
export interface FileLoad {
  readonly ok: true;
  readonly release: string;
  /** The date that the file prints on itself, or null. It may differ from the day of release. */
  readonly statedDate: VintageDate | null;
  readonly result: AppendResult;
}

/**
 * Parses a Treasury file, checks it, and appends it as a vintage. With any problem in the file, or a day of release that
 * its figures rule out, the store stays as it was.
 */
export async function loadFile(
  store: Store,
  catalogue: Catalogue,
  bytes: Uint8Array,
  { name, released: date, retrieved, note }: FileOrigin,
): Promise<FileLoad | { readonly ok: false; readonly problems: readonly Problem[] }> {
  const parsed = parseVintage(bytes, catalogue, name);
  if (!parsed.ok) return parsed;
  const problems = checkReleaseDay(parsed.value, date, name);
  if (problems.length > 0) return { ok: false, problems };
  const release = releaseOf(catalogue, parsed.value.release);
  const snapshot = {
    sha256: hashOf(bytes),
    fileName: path.basename(new URL(release.url).pathname),
    url: release.url,
    bytes: bytes.length,
    retrieved,
  };
  const { statedDate } = parsed.value;
  const result = await appendVintage(store, { ...parsed.value, release, date, snapshot, note });
  return { ok: true, release: release.slug, statedDate, result };
}
