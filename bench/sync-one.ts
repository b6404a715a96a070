import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { instantInNewYork } from "#lib/series/new-york";
import type { VintageDate } from "#lib/series/observation";
import { loadCalendar } from "#lib/sources/calendar";
import type { Catalogue } from "#lib/sources/catalogue";
import type { Store } from "#lib/store/store";
import { usualTimes } from "#lib/sync/fetch-file";
import { usualPolicy } from "#lib/sync/retry";
import { syncReleases } from "#lib/sync/sync-releases";

/** Loads a file as `tickmark sync` does, from a publisher that gives it on its day; whether that made a vintage. */
export async function syncOne(
  store: Store,
  catalogue: Catalogue,
  file: string,
  released: VintageDate,
): Promise<boolean> {
  const calendar = loadCalendar();
  if (!calendar.ok) throw new Error("The calendar cannot be read");
  const releases = catalogue.releases.filter(
    ({ url }) => path.basename(url) === path.basename(file),
  );
  const now = instantInNewYork(released, 16, 1);
  const folder = await mkdtemp(path.join(tmpdir(), "tickmark-bench-"));
  try {
    const fields = { "last-modified": now.toUTCString() };
    const network = {
      exchange: async () =>
        ({ kind: "answered", status: 200, fields, body: await readFile(file), cut: null }) as const,
      clock: { now: () => now, sleep: () => Promise.resolve() },
      random: () => 0.5,
      signal: new AbortController().signal,
      ...usualTimes,
      retry: usualPolicy,
    };
    const tools = { store, catalogue, calendar: calendar.value, folder, network, dryRun: false };
    const { results } = await syncReleases(releases, null, tools);
    return results.length > 0 && results.every(({ outcome }) => outcome === "loaded");
  } finally {
    await rm(folder, { recursive: true });
  }
}
