import path from "node:path";
import type { Problem } from "#lib/series/problem";
import type { CatalogueRelease } from "#lib/sources/catalogue";
import { recordSyncOutcome } from "#lib/store/sync-outcomes";
import { readFetchState, writeFetchState } from "./fetch-state.ts";
import { syncRelease, type ReleaseResult, type SyncTools } from "./sync-release.ts";

/** What became of each release, in order, and what is worth knowing besides. */
export interface SyncReport {
  readonly results: readonly ReleaseResult[];
  readonly notices: readonly Problem[];
}

/**
 * Fetches and loads releases one after another, and remembers after each what came, so that a second run changes nothing and
 * one that was stopped goes on. `base` is where the files are; the catalogue's addresses when null.
 */
export async function syncReleases(
  releases: readonly CatalogueRelease[],
  base: URL | null,
  tools: SyncTools,
): Promise<SyncReport> {
  const state = await readFetchState(tools.folder);
  let files = state.ok ? state.value : {};
  const results: ReleaseResult[] = [];
  for (const release of releases) {
    tools.network.signal.throwIfAborted();
    const url = addressOf(release, base);
    const before = files[url.href] ?? null;
    const { result, remember } = await syncRelease(release, url, before, tools);
    results.push(result);
    await record(result, tools);
    if (remember && !tools.dryRun) {
      files = { ...files, [url.href]: remember };
      await writeFetchState(tools.folder, files);
    }
  }
  return { results, notices: state.ok ? [] : state.problems };
}

/** Tells all who read the store that somebody asked, and what came of it. */
async function record(
  { release, outcome, vintage, problems }: ReleaseResult,
  { store, network, dryRun }: SyncTools,
): Promise<void> {
  if (dryRun || outcome === "would-load") return;
  const reason = problems[0]?.message ?? null;
  const at = network.clock.now();
  await recordSyncOutcome(store, { release, at, outcome, vintage, reason });
}

/** The file's own name under another folder, or its address in the catalogue. */
function addressOf({ url }: CatalogueRelease, base: URL | null): URL {
  if (!base) return new URL(url);
  const folder = base.href.endsWith("/") ? base.href : `${base.href}/`;
  return new URL(path.posix.basename(new URL(url).pathname), folder);
}
