import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";

/**
 * Writes a file that is there whole or not at all, whenever the machine stops: under another name, to the disk, then renamed.
 * The folder must exist.
 */
export async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const handle = await open(unfinished, "wx");
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  // The new name is in the folder, which has to reach the disk as well.
  const folder = await open(path.dirname(file), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
