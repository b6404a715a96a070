import { readdir } from "node:fs/promises";
import path from "node:path";
import { loadCatalogue, type Catalogue } from "#lib/sources/catalogue";
import type { Checked } from "#lib/series/checked";
import { snapshotOf } from "#lib/sources/manifest";
import { readManifest, readSeed } from "#lib/sources/seed";
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
    for (const folder of await vintageFolders(seedFolder)) {
      const name = await loadFolder(store, catalogue, folder);
      (name.changed ? loaded : unchanged).push(name.vintage);
    }
    await refreshCatalogue(store, catalogue);
    return { loaded, unchanged };
  } finally {
    await store.close();
  }
}

/** `<seed>/<release>/<date>`, by date. */
async function vintageFolders(seedFolder: string): Promise<string[]> {
  const folders: string[] = [];
  for (const release of await subfolders(seedFolder)) {
    for (const date of await subfolders(path.join(seedFolder, release))) {
      folders.push(path.join(seedFolder, release, date));
    }
  }
  return folders.sort((left, right) =>
    path.basename(left).localeCompare(path.basename(right), "en"),
  );
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function loadFolder(
  store: Store,
  catalogue: Catalogue,
  folder: string,
): Promise<{ vintage: string; changed: boolean }> {
  const manifest = valueOf(readManifest(path.join(folder, "manifest.json")));
  const vintage = `${manifest.release} ${manifest.released}`;
  const held = await findVintage(store, manifest.release, manifest.released);
  if (held?.snapshot.sha256 === manifest.sha256) return { vintage, changed: false };
  const { parsed } = valueOf(readSeed(folder, catalogue));
  const result = await appendVintage(store, {
    ...parsed,
    release: releaseOf(catalogue, manifest.release),
    date: manifest.released,
    snapshot: snapshotOf(manifest),
    note: manifest.note,
  });
  if (result.outcome === "refused") throw new Error(`${folder}: ${result.reason}`);
  return { vintage, changed: result.outcome === "appended" };
}

function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(checked.problems.slice(0, 20).map(formatProblem).join("\n"));
}
