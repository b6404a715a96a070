import { readdir } from "node:fs/promises";
import path from "node:path";
import { loadCatalogue, type Catalogue } from "#lib/sources/catalogue";
import type { Checked } from "#lib/series/checked";
import { listSeed, readSeed } from "#lib/sources/seed";
import { formatProblem } from "#lib/series/problem";
import { appendVintage } from "./append-vintage.ts";
import { refreshCatalogue } from "./catalogue-rows.ts";
import { releaseOf } from "./release-of.ts";
import { openStore, type Store } from "./store.ts";
import { findVintage } from "./vintage-rows.ts";

/** Which vintages of the seed were loaded now, and which were there before: "slt1 2026-06-18". */
export interface SeedLoad {
  readonly loaded: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Loads the figures that the project carries, oldest vintage first, those that the store does not have. Throws when a
 * seed folder has been damaged: it is part of the project and not a user's input.
 */
export async function loadSeed(
  databaseUrl: string,
  seedFolder = path.join(process.cwd(), "prisma/seed"),
): Promise<SeedLoad> {
  const catalogue = valueOf(loadCatalogue());
  const store = openStore(databaseUrl, 1);
  const loaded: string[] = [];
  const unchanged: string[] = [];
  try {
    for (const folder of await seedFolders(seedFolder)) {
      const found = await loadFolder(store, catalogue, folder);
      loaded.push(...found.loaded);
      unchanged.push(...found.unchanged);
    }
    await refreshCatalogue(store, catalogue);
    return { loaded, unchanged };
  } finally {
    await store.close();
  }
}

/** `<seed>/<release>/<date>`, by date; then `<seed>/<release>` of a file that collects many vintages. */
async function seedFolders(seedFolder: string): Promise<string[]> {
  const folders: string[] = [];
  for (const release of await subfolders(seedFolder)) {
    const folder = path.join(seedFolder, release);
    const dates = await subfolders(folder);
    folders.push(...(dates.length > 0 ? dates.map((date) => path.join(folder, date)) : [folder]));
  }
  return folders.sort((left, right) =>
    path.basename(left).localeCompare(path.basename(right), "en"),
  );
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function loadFolder(store: Store, catalogue: Catalogue, folder: string): Promise<SeedLoad> {
  const entries = valueOf(listSeed(folder));
  const missing = new Set<string>();
  for (const { release, released, sha256 } of entries) {
    const held = await findVintage(store, release, released);
    if (held?.snapshot.sha256 !== sha256) missing.add(released);
  }
  const loaded: string[] = [];
  const unchanged = entries
    .filter(({ released }) => !missing.has(released))
    .map(({ release, released }) => `${release} ${released}`);
  for (const { manifest, snapshot, parsed } of missing.size > 0
    ? valueOf(readSeed(folder, catalogue))
    : []) {
    const { release, released, note } = manifest;
    if (!missing.has(released)) continue;
    const result = await appendVintage(store, {
      ...parsed,
      release: releaseOf(catalogue, release),
      date: released,
      snapshot,
      note,
    });
    if (result.outcome === "refused") throw new Error(`${folder}: ${result.reason}`);
    (result.outcome === "appended" ? loaded : unchanged).push(`${release} ${released}`);
  }
  return { loaded, unchanged };
}

function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(checked.problems.slice(0, 20).map(formatProblem).join("\n"));
}
