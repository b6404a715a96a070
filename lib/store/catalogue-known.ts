import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueMark } from "./catalogue-mark.ts";
import type { Store } from "./store.ts";

const lib = fileURLToPath(new URL("..", import.meta.url));

/** What makes the rows of a catalogue: to read it and to write it takes a second, and comes to the same each time. */
const makers = ["series", "sources", "store"].map((name) => path.join(lib, name));

/** A folder that remembers to which catalogue stores were brought up, a file for each store. */
export interface KnownCatalogues {
  readonly folder: string;
  /** Where the catalogue is. */
  readonly catalogue: string;
}

/** Whether the store says what the catalogue says, and was written by this code. False where it is not known. */
export async function isCatalogueKnown(store: Store, known: KnownCatalogues): Promise<boolean> {
  const { file, text } = await describe(store, known);
  return (await readFile(file, "utf8").catch(() => "")) === text;
}

/** Remembers that the store says what the catalogue says. A folder that cannot be written to remembers nothing. */
export async function rememberCatalogue(store: Store, known: KnownCatalogues): Promise<void> {
  const { file, text } = await describe(store, known);
  try {
    await mkdir(known.folder, { recursive: true });
    await writeFile(file, text);
  } catch {
    await rm(file, { force: true }).catch(() => undefined);
  }
}

/** The rows of a store change their mark when they are written to, and a copy of it elsewhere is another cluster. */
async function describe(store: Store, { folder, catalogue }: KnownCatalogues) {
  const { rows } = await store.pool.query<{ name: string }>(
    `SELECT (SELECT system_identifier FROM pg_control_system()) || '-' || oid AS name
     FROM pg_database WHERE datname = current_database()`,
  );
  const hash = createHash("sha256").update(await catalogueMark(store));
  for (const place of [...makers, catalogue]) {
    for (const name of (await readdir(place, { recursive: true })).sort())
      if (/(?<!\.test)\.(?:ts|yml)$/u.test(name))
        hash.update(`\0${name}\0`).update(await readFile(path.join(place, name)));
  }
  return { file: path.join(folder, rows[0]?.name ?? ""), text: hash.digest("hex") };
}
