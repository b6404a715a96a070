import path from "node:path";
import { addProblems } from "#lib/sources/bounded-problems";
import type { Catalogue } from "#lib/sources/catalogue";
import { snapshotOfCollected, type ParsedFile } from "#lib/sources/parsed-file";
import { parseSource } from "#lib/sources/parse-source";
import { checkReleaseDay } from "#lib/sources/release-day";
import { hashOf } from "#lib/sources/seed";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import { appendVintages, type AppendOptions, type AppendResult } from "./append-vintage.ts";
import { refreshCatalogue } from "./catalogue-rows.ts";
import { extentOf, releaseOf } from "./release-of.ts";
import type { Store } from "./store.ts";
import type { VintageContent } from "./vintage-content.ts";

/** What is known of a source file besides its bytes. */
export interface FileOrigin extends AppendOptions {
  readonly name: string;
  /** The day on which the release was published: the date of the vintage. Null for a file that says it itself. */
  readonly released: VintageDate | null;
  /** The day on which the file was fetched, if somebody wrote it down. */
  readonly retrieved: string | null;
  readonly note: string | null;
}

/** What became of one vintage. */
export interface VintageLoad {
  readonly date: VintageDate;
  readonly result: AppendResult;
}

/** What became of a file whose form is right. */
export interface FileLoad {
  readonly ok: true;
  readonly release: string;
  /** The date that the file prints on itself, or null. It may differ from the day of release. */
  readonly statedDate: VintageDate | null;
  /** In the order of the file; when one was refused, only that one, and nothing was loaded. */
  readonly vintages: readonly VintageLoad[];
  /** Of the newest vintage, or of the refused one: all there is to say of a file that is one vintage. */
  readonly result: AppendResult;
}

/** Why nothing of a file was loaded. */
export interface NotLoaded {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/**
 * Parses a Treasury file, checks it, and appends it as a vintage, or as all those that it collects. With any problem in the
 * file, or a day of release that its figures rule out, the store stays as it was. Problems: those of `parseSource` and
 * `checkReleaseDay`; `no-release-day` and `two-release-days` where the file and `released` do not make one day.
 */
export async function loadFile(
  store: Store,
  catalogue: Catalogue,
  bytes: Uint8Array,
  origin: FileOrigin,
): Promise<FileLoad | NotLoaded> {
  const parsed = parseSource(bytes, catalogue, origin.name);
  return parsed.ok ? loadParsed(store, catalogue, parsed.value, bytes, origin) : parsed;
}

/** The same for a file that was parsed before: its vintages, and the bytes they were read from. */
export async function loadParsed(
  store: Store,
  catalogue: Catalogue,
  parsed: readonly ParsedFile[],
  bytes: Uint8Array,
  origin: FileOrigin,
): Promise<FileLoad | NotLoaded> {
  const contents: VintageContent[] = [];
  const problems: Problem[] = [];
  for (const one of parsed) {
    const date = one.collected?.released ?? origin.released;
    if (date === null || (one.collected && origin.released !== null)) {
      problems.push(wrongDay(one, origin.name));
      break;
    }
    addProblems(problems, checkReleaseDay(one, date, origin.name));
    contents.push(contentOf(one, date, bytes, catalogue, origin));
  }
  const [first] = contents;
  if (problems.length > 0 || !first) return { ok: false, problems };
  // First, because what fails after the vintage is committed would be told as a load that failed.
  await refreshCatalogue(store, catalogue);
  const results = await appendVintages(store, contents, origin);
  const vintages = Array.isArray(results)
    ? results.map((result, at) => ({ date: (contents[at] ?? first).date, result }))
    : [{ date: results.content.date, result: results }];
  const result = vintages.at(-1)?.result;
  if (!result) throw new Error("A file without a vintage was accepted");
  const { release, statedDate } = parsed[0] ?? { release: "", statedDate: null };
  return { ok: true, release, statedDate, vintages, result };
}

function contentOf(
  parsed: ParsedFile,
  date: VintageDate,
  bytes: Uint8Array,
  catalogue: Catalogue,
  { retrieved, note }: FileOrigin,
): VintageContent {
  const release = releaseOf(catalogue, parsed.release);
  const extent = extentOf(catalogue, parsed.release);
  const { crossIdentities } = catalogue;
  const known = { ...parsed, release, extent, crossIdentities, date };
  if (parsed.collected) {
    const snapshot = snapshotOfCollected(parsed.collected, retrieved);
    return { ...known, snapshot, note: parsed.collected.note ?? note };
  }
  const snapshot = {
    sha256: hashOf(bytes),
    fileName: path.basename(new URL(release.url).pathname),
    url: release.url,
    bytes: bytes.length,
    retrieved,
  };
  return { ...known, snapshot, note };
}

function wrongDay({ collected }: ParsedFile, file: string): Problem {
  const at = { file, line: 1, column: 1 };
  if (collected) {
    const message = `Expected no day of release beside those that the file says of each vintage (first ${collected.released}), found one`;
    return { kind: "two-release-days", message, at, fix: "leave --released out" };
  }
  const message = "Expected the day on which this file was published, found none";
  return { kind: "no-release-day", message, at, fix: "give it with --released YYYY-MM-DD" };
}
