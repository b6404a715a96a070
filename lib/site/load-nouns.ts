import { readFile } from "node:fs/promises";
import type { Checked } from "#lib/series/checked";
import { createNouns, type Nouns } from "#lib/nouns/nouns";
import { loadCatalogue } from "#lib/sources/catalogue";

/** Where editors write down which words name which series. */
const nounsFile = "content/nouns.yml";

/** The nouns of prose, with the names of all areas. Problems: those of the catalogue and of `createNouns`. */
export async function loadNouns(): Promise<Checked<Nouns>> {
  const catalogue = loadCatalogue();
  if (!catalogue.ok) return catalogue;
  return createNouns(await readFile(nounsFile, "utf8"), nounsFile, catalogue.value.areas);
}
