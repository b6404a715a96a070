import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { contentFolder, projectFolder } from "#lib/charts/content-folder";
import { isContentFile } from "./content-file.ts";
import { nounsFile } from "./load-nouns.ts";

/** What pages are made of besides the store, and what the gate goes by: all that stands in a folder of content. */
const parts = ["articles", "charts", "glossary.yml", "topics.yml"];

let kept: { readonly folder: string; readonly state: string; readonly mark: string } | undefined;

/**
 * A short text that changes when a file of the content does. Cheap, as it is asked every second: files are read again only when
 * the size or the time of one has changed.
 */
export async function contentMark(folder = contentFolder): Promise<string> {
  // The nouns and the catalogue may be the project's own: they are named by what they are, and not by where they stand.
  const places = [
    ...parts.map((part) => ({ name: part, place: path.join(folder, part) })),
    { name: "nouns.yml", place: nounsFile(folder) },
    { name: "catalogue", place: path.join(projectFolder, "catalogue") },
  ];
  const files = (await Promise.all(places.map(listNamed))).flat();
  const state = (await Promise.all(files.map(({ file }) => stateOf(file)))).join("\n");
  if (kept?.folder === folder && kept.state === state) return kept.mark;
  const hash = createHash("sha256");
  for (const { name, file } of files) {
    hash.update(`\0${name}\0`);
    if (isContentFile(path.basename(file)))
      hash.update(await readFile(/* turbopackIgnore: true */ file));
  }
  const mark = hash.digest("hex").slice(0, 16);
  kept = { folder, state, mark };
  return mark;
}

interface NamedPlace {
  readonly name: string;
  readonly place: string;
}

/** The files at a place in the order of their paths, each with its name and its path within. */
async function listNamed({ name, place }: NamedPlace) {
  const files = (await listFiles(place)).sort();
  return files.map((file) => ({ name: path.join(name, path.relative(place, file)), file }));
}

/** The files at a place, without those that begin with a dot: a signature is being written there, or an editor's own. */
async function listFiles(place: string): Promise<string[]> {
  const found = await stat(/* turbopackIgnore: true */ place).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [place];
  const entries = await readdir(/* turbopackIgnore: true */ place, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

async function stateOf(file: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(/* turbopackIgnore: true */ file);
  return `${file} ${mtimeMs} ${size} ${ino}`;
}
