import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { loadCatalogue, type Catalogue } from "#lib/sources/catalogue";
import type { Checked } from "#lib/series/checked";
import { listSeed, readSeed } from "#lib/sources/seed";
import type { SeedEntry } from "#lib/sources/seed-collection";
import { formatProblem } from "#lib/series/problem";
import { appendVintages } from "./append-vintage.ts";
import { isCatalogueKnown, rememberCatalogue, type KnownCatalogues } from "./catalogue-known.ts";
import { refreshCatalogue } from "./catalogue-rows.ts";
import { extentOf, releaseOf } from "./release-of.ts";
import { openStore, type Store } from "./store.ts";
import type { VintageContent } from "./vintage-content.ts";
import { namesOfVintages, vintageName } from "./vintage-rows.ts";

/** Which vintages of the seed were loaded now, and which were there before: "slt1 2026-06-18". */
export interface SeedLoad {
  readonly loaded: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Loads the figures that the project carries, oldest vintage first, those that the store does not have, and brings what it
 * says of releases, areas and series up to the catalogue, unless it is known to say so. Throws when a seed folder has been damaged:
 * it is part of the project and not a user's input.
 */
export async function loadSeed(
  databaseUrl: string,
  seedFolder = path.join(process.cwd(), "prisma/seed"),
  known: KnownCatalogues | null = null,
): Promise<SeedLoad> {
  let read: Catalogue | undefined;
  const catalogue = () => (read ??= valueOf(loadCatalogue()));
  const store = openStore(databaseUrl, 1);
  const loaded: string[] = [];
  const unchanged: string[] = [];
  try {
    const held = new Set(await namesOfVintages(store));
    for (const { folder, entries } of await seedFolders(seedFolder)) {
      const missing = new Set(
        entries.filter((entry) => !held.has(nameOf(entry))).map(describeEntry),
      );
      for (const entry of entries.map(describeEntry))
        (missing.has(entry) ? loaded : unchanged).push(entry);
      if (missing.size === 0) continue;
      await loadFolder(store, catalogue(), folder);
      // Where Node was asked to let us: what one folder wasted is given back before the next.
      globalThis.gc?.();
    }
    if (known === null || !(await isCatalogueKnown(store, known))) {
      await refreshCatalogue(store, catalogue());
      if (known !== null) await rememberCatalogue(store, known);
    }
    return { loaded, unchanged };
  } finally {
    await store.close();
  }
}

/** Whether the store lacks figures that the project carries: loading them takes memory that is worth a process of its own. */
export async function lacksSeed(
  databaseUrl: string,
  seedFolder = path.join(process.cwd(), "prisma/seed"),
): Promise<boolean> {
  const store = openStore(databaseUrl, 1);
  try {
    const held = new Set(await namesOfVintages(store));
    const folders = await seedFolders(seedFolder);
    return folders.some(({ entries }) => entries.some((entry) => !held.has(nameOf(entry))));
  } finally {
    await store.close();
  }
}

interface SeedFolder {
  readonly folder: string;
  /** Its vintages, oldest first. */
  readonly entries: readonly SeedEntry[];
}

/** The folders `<seed>/<release>/<date>`, `<seed>/<release>` of a collection, or `<seed>` alone, by their newest vintage. */
async function seedFolders(seedFolder: string): Promise<SeedFolder[]> {
  const releases = await subfolders(seedFolder);
  const dated = await Promise.all(releases.map((release) => subfolders(release)));
  const folders = [seedFolder, ...releases, ...dated.flat()]
    .filter((folder) => existsSync(path.join(folder, "manifest.json")))
    .map((folder) => ({ folder, entries: valueOf(listSeed(folder)) }));
  const newest = ({ entries }: SeedFolder) => entries.at(-1)?.released ?? "";
  return folders.sort((left, right) => (newest(left) < newest(right) ? -1 : 1));
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
}

async function loadFolder(store: Store, catalogue: Catalogue, folder: string): Promise<void> {
  const contents = valueOf(readSeed(folder, catalogue)).map(
    ({ manifest: { release, released, note }, snapshot, parsed }): VintageContent => ({
      ...parsed,
      release: releaseOf(catalogue, release),
      extent: extentOf(catalogue, release),
      crossIdentities: catalogue.crossIdentities,
      date: released,
      snapshot,
      note,
    }),
  );
  const results = await appendVintages(store, contents);
  if (Array.isArray(results)) return;
  throw new Error(`${folder}, vintage of ${results.content.date}: ${results.reason}`);
}

/** As `namesOfVintages` says it. */
function nameOf({ release, released, sha256 }: SeedEntry): string {
  return vintageName(release, released, sha256);
}

function describeEntry({ release, released }: SeedEntry): string {
  return `${release} ${released}`;
}

function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(checked.problems.slice(0, 20).map(formatProblem).join("\n"));
}
