import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { contentFolder } from "./content.ts";

/** What pages are made of besides the store: articles, charts, the glossary and the topics; the rest only the loader reads. */
const parts = ["articles", "charts", "glossary.yml", "topics.yml"];

let kept: { readonly folder: string; readonly state: string; readonly mark: string } | undefined;

/**
 * A short text that changes when a file of the content does. Cheap, as it is asked every second: files are read again only when
 * the size or the time of one has changed.
 */
export async function contentMark(folder = contentFolder): Promise<string> {
  const files = (
    await Promise.all(
      parts.map((part) => listFiles(path.join(/* turbopackIgnore: true */ folder, part))),
    )
  )
    .flat()
    .sort();
  const state = (await Promise.all(files.map(stateOf))).join("\n");
  if (kept?.folder === folder && kept.state === state) return kept.mark;
  const hash = createHash("sha256");
  for (const file of files) {
    hash
      .update(`\0${path.relative(folder, file)}\0`)
      .update(await readFile(/* turbopackIgnore: true */ file));
  }
  const mark = hash.digest("hex").slice(0, 16);
  kept = { folder, state, mark };
  return mark;
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
