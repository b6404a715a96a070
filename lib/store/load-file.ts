import { createHash } from "node:crypto";
import path from "node:path";
import type { Catalogue } from "#lib/sources/catalogue";
import { parseSource } from "#lib/sources/parse-source";
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

/**
 * Parses a Treasury file, checks it, and appends it as a vintage. With any problem in the file the store stays as it was.
 */
export async function loadFile(
  store: Store,
  catalogue: Catalogue,
  bytes: Uint8Array,
  origin: FileOrigin,
): Promise<
  { ok: true; release: string; result: AppendResult } | { ok: false; problems: readonly Problem[] }
> {
  const parsed = parseSource(bytes, catalogue, origin.name);
  if (!parsed.ok) return parsed;
  const release = releaseOf(catalogue, parsed.value.release);
  const snapshot = {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    fileName: path.basename(new URL(release.url).pathname),
    url: release.url,
    bytes: bytes.length,
    retrieved: origin.retrieved,
  };
  const { released: date, note } = origin;
  const result = await appendVintage(store, { ...parsed.value, release, date, snapshot, note });
  return { ok: true, release: release.slug, result };
}
