import { open, rm, type FileHandle } from "node:fs/promises";

/**
 * Opens a new file for writing in the place of the one that was there. When root runs us, the folder of the store belongs
 * to another account, which could have put a link there to any file of the machine; a link is removed and never followed.
 */
export async function openNew(file: string): Promise<FileHandle> {
  await rm(file, { force: true });
  return open(file, "wx", 0o600);
}

/** Writes a new file as `openNew` opens it. */
export async function writeNew(file: string, text: string): Promise<void> {
  const opened = await openNew(file);
  try {
    await opened.writeFile(text);
  } finally {
    await opened.close();
  }
}
