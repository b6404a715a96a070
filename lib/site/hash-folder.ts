import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "#lib/articles/check-cache";
import { isContentFile } from "./content-file.ts";

/** A hash of the names of all files in a folder, and of the bytes of those that are content, but those in folders called `except`. */
export async function hashFolder(folder: string, except?: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const parts: string[] = [];
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== except) parts.push(`${entry.name}/ ${await hashFolder(place, except)}`);
    } else if (isContentFile(entry.name)) {
      parts.push(`${entry.name} ${sha256(await readFile(place, "latin1"))}`);
    } else parts.push(entry.name);
  }
  return sha256(parts.join("\n"));
}
