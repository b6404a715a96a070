import { existsSync } from "node:fs";
import path from "node:path";
import { contentFolder, projectFolder } from "#lib/charts/content-folder";
import { accepted, type Checked } from "#lib/series/checked";
import { createNouns, type Nouns } from "#lib/nouns/nouns";
import { loadCatalogue, type Catalogue } from "#lib/sources/catalogue";
import { readWordsFile } from "./words-file.ts";

/** Where editors write down which words name which series: a folder of content without such a file goes by the project's own. */
export function nounsFile(folder = contentFolder): string {
  const own = path.join(/* turbopackIgnore: true */ folder, "nouns.yml");
  return existsSync(/* turbopackIgnore: true */ own) ? own : path.join(projectFolder, "nouns.yml");
}

/** The last nouns without problems, and what they were made of. */
let last: { text: string; areas: Catalogue["areas"]; nouns: Nouns } | null = null;

/**
 * The nouns of prose, with the names of all areas; shared while both say the same. Problems: those of the catalogue and of
 * `createNouns`.
 */
export async function loadNouns(folder = contentFolder): Promise<Checked<Nouns>> {
  const catalogue = loadCatalogue();
  if (!catalogue.ok) return catalogue;
  const { areas } = catalogue.value;
  const file = nounsFile(folder);
  const text = await readWordsFile(file);
  if (!text.ok) return text;
  if (last?.text === text.value && last.areas === areas) return accepted(last.nouns);
  const nouns = createNouns(text.value ?? "", file, areas);
  if (nouns.ok) last = { text: text.value ?? "", areas, nouns: nouns.value };
  return nouns;
}
