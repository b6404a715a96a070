import { instantInNewYork } from "#lib/series/new-york";
import type { Problem } from "#lib/series/problem";
import type { VintageDate } from "#lib/series/observation";
import type { ReleaseDay } from "#lib/sources/calendar";
import type { Catalogue, CatalogueRelease } from "#lib/sources/catalogue";
import type { AppendResult } from "#lib/store/append-vintage";
import type { Store } from "#lib/store/store";
import type { Network } from "./fetch-file.ts";
import type { FetchedBefore } from "./fetch-state.ts";
import { getFile, type FetchTrouble } from "./file-at-hand.ts";
import { listHeldFiles } from "./held-files.ts";
import { keepPart } from "./kept-part.ts";
import { loadAtHand } from "./load-at-hand.ts";
import { keepSnapshot, writeRecord } from "./snapshots.ts";

/** What fetching and loading need. */
export interface SyncTools {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly calendar: readonly ReleaseDay[];
  /** Where bytes and state are kept. */
  readonly folder: string;
  readonly network: Network;
  /** Fetch and check, but load and write nothing. */
  readonly dryRun: boolean;
}

/** What became of one release. */
export interface ReleaseResult {
  readonly release: string;
  readonly url: string;
  /**
   * - `loaded`: a new vintage; `would-load` in a dry run.
   * - `held`: the file at the publisher is a vintage that is held.
   * - `refused`: the file came and is not to be loaded.
   * - `failed`: no file came.
   */
  readonly outcome: "loaded" | "would-load" | "held" | "refused" | "failed";
  readonly vintage: VintageDate | null;
  /** The newest release that the calendar says has come out since this vintage; null when there is none. */
  readonly due: VintageDate | null;
  /** Of the file at the publisher; null when it did not come. */
  readonly sha256: string | null;
  readonly bytes: number | null;
  /** Whether the publisher said that it is the file of last time. */
  readonly notModified: boolean;
  readonly appended: AppendResult | null;
  readonly problems: readonly Problem[];
}

/** One broken column makes a problem a line; the first ones say it all. */
const problemsRecorded = 20;

/**
 * Fetches the file of one release and loads it as a vintage, unless it is held. Gives what to remember for the next time:
 * null when nothing came. Rejects with the reason of the network's signal, and when the store or the disk fails.
 */
export async function syncRelease(
  release: CatalogueRelease,
  url: URL,
  before: FetchedBefore | null,
  tools: SyncTools,
): Promise<{ readonly result: ReleaseResult; readonly remember: FetchedBefore | null }> {
  const files = await listHeldFiles(tools.store, release.slug);
  const part = tools.dryRun ? null : keepPart(tools.folder, release.slug, url);
  const got = await getFile(url, before, files, tools, part);
  if (!("bytes" in got)) return { result: failedResult(release, url, got), remember: null };
  const { bytes, sha256, fetchedAt, fields, notModified } = got;
  if (!tools.dryRun) await keepSnapshot(tools.folder, bytes);
  const held = files.find((one) => one.sha256 === sha256);
  const judged = held
    ? { outcome: "held" as const, vintage: held.date }
    : await loadAtHand(release, url, got, tools);
  const result: ReleaseResult = {
    release: release.slug,
    url: url.href,
    sha256,
    bytes: bytes.length,
    notModified,
    appended: null,
    problems: [],
    ...judged,
    due: dueAfter(judged.vintage, release, tools),
  };
  if (!tools.dryRun) {
    await writeRecord(tools.folder, {
      release: release.slug,
      url: url.href,
      sha256,
      bytes: bytes.length,
      fetchedAt,
      fields,
      outcome: result.outcome,
      vintage: result.vintage,
      problems: result.problems
        .slice(0, problemsRecorded)
        .map(({ kind, message, at }) => `${at.line}:${at.column} ${kind}: ${message}`),
    });
  }
  return { result, remember: { sha256, fetchedAt, fields } };
}

/** A publisher that still shows an old file is worth knowing of: it may have moved. */
function dueAfter(
  vintage: VintageDate | null,
  { fetch }: CatalogueRelease,
  { calendar, network }: SyncTools,
): VintageDate | null {
  if (vintage === null || fetch !== "each-month") return null;
  const now = network.clock.now();
  const newest = calendar.findLast(({ date }) => instantInNewYork(date, 24) <= now);
  return newest && newest.date > vintage ? newest.date : null;
}

function failedResult(
  { slug }: CatalogueRelease,
  url: URL,
  { kind, message }: FetchTrouble,
): ReleaseResult {
  return {
    release: slug,
    url: url.href,
    outcome: "failed",
    vintage: null,
    due: null,
    sha256: null,
    bytes: null,
    notModified: false,
    appended: null,
    problems: [{ kind, message, at: { file: url.href, line: 1, column: 1 } }],
  };
}
