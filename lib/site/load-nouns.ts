import { existsSync } from "node:fs";
import path from "node:path";
import { contentFolder, projectFolder } from "#lib/charts/content-folder";
import type { Checked } from "#lib/series/checked";
import { createNouns, type Nouns } from "#lib/nouns/nouns";
import { loadCatalogue } from "#lib/sources/catalogue";
import { readWordsFile } from "./words-file.ts";

/** Where editors write down which words name which series: a folder of content without such a file goes by the project's own. */
export function nounsFile(folder = contentFolder): string {
  const own = path.join(/* turbopackIgnore: true */ folder, "nouns.yml");
  return existsSync(/* turbopackIgnore: true */ own) ? own : path.join(projectFolder, "nouns.yml");
}

/** The nouns of prose, with the names of all areas. Problems: those of the catalogue and of `createNouns`. */
export async function loadNouns(folder = contentFolder): Promise<Checked<Nouns>> {
  const catalogue = loadCatalogue();
  if (!catalogue.ok) return catalogue;
  const file = nounsFile(folder);
  const text = await readWordsFile(file);
  return text.ok ? createNouns(text.value ?? "", file, catalogue.value.areas) : text;
}
