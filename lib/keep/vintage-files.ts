import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Checked } from "#lib/series/checked";
import type { Problem } from "#lib/series/problem";
import type { Vintage } from "#lib/series/vintage";
import type { Catalogue } from "#lib/sources/catalogue";
import type { ParsedFile } from "#lib/sources/parsed-file";
import { parseSource } from "#lib/sources/parse-source";
import { readSeed } from "#lib/sources/seed";
import { extentOf, releaseOf } from "#lib/store/release-of";
import type { VintageContent } from "#lib/store/vintage-content";
import { readSnapshot, snapshotFile } from "#lib/sync/snapshots";

/** Where files of vintages are kept. */
export interface KeptFiles {
  /** `prisma/seed` */
  readonly seed: string;
  /** `.tickmark/snapshots`; it need not be there. */
  readonly snapshots: string;
  readonly catalogue: Catalogue;
}

/** The vintages that one file or seed folder brings, or what is wrong with it. */
export interface FileOfVintages {
  readonly where: string;
  readonly contents: Checked<readonly VintageContent[]>;
}

/** What each seed folder brings, one at a time: some hold hundreds of thousands of figures. */
export async function* readSeedFolders({
  seed,
  catalogue,
}: Pick<KeptFiles, "seed" | "catalogue">): AsyncGenerator<FileOfVintages> {
  const entries = await readdir(seed, { recursive: true });
  const folders = entries.filter((entry) => path.basename(entry) === "manifest.json").sort();
  for (const entry of folders) {
    const where = path.join(seed, path.dirname(entry));
    const read = readSeed(where, catalogue);
    if (!read.ok) {
      yield { where, contents: read };
      continue;
    }
    const value = read.value.map(({ manifest: { released, note }, snapshot, parsed }) =>
      contentOf(parsed, catalogue, { date: released, snapshot, note }),
    );
    yield { where, contents: { ok: true, value } };
  }
}

/** The vintages of those given whose bytes are kept, each read again from them. */
export async function* readKeptSnapshots(
  { snapshots, catalogue }: KeptFiles,
  vintages: readonly Vintage[],
): AsyncGenerator<FileOfVintages> {
  for (const vintage of vintages) {
    const bytes = await readSnapshot(snapshots, vintage.snapshot.sha256);
    if (bytes === null) continue;
    const where = snapshotFile(snapshots, vintage.snapshot.sha256);
    const parsed = parseSource(bytes, catalogue, where);
    if (!parsed.ok) yield { where, contents: parsed };
    else {
      const value = parsed.value.map((one) => contentOf(one, catalogue, vintage));
      yield { where, contents: { ok: true, value } };
    }
  }
}

function contentOf(
  parsed: ParsedFile,
  catalogue: Catalogue,
  { date, snapshot, note }: Pick<Vintage, "date" | "snapshot" | "note">,
): VintageContent {
  const { crossIdentities } = catalogue;
  const release = releaseOf(catalogue, parsed.release);
  const extent = extentOf(catalogue, parsed.release);
  return { ...parsed, release, extent, crossIdentities, date, snapshot, note };
}

/** The first of many problems, in words. */
export function firstOf(problems: readonly Problem[]): string {
  const [first] = problems;
  const more = problems.length > 1 ? `, and ${problems.length - 1} more problems` : "";
  return `${first?.kind}: ${first?.message}${more}`;
}
