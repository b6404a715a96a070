import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "#lib/articles/check-cache";

/** A hash of the names and bytes of all files in a folder, but those in folders called `except`. */
export async function hashFolder(folder: string, except?: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const parts: string[] = [];
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== except) parts.push(`${entry.name}/ ${await hashFolder(place, except)}`);
    } else parts.push(`${entry.name} ${sha256(await readFile(place, "latin1"))}`);
  }
  return sha256(parts.join("\n"));
}
