import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** Says which file could not be written, and why: the disk is full, or it is somebody else's. */
export class Unwritable extends Error {
  constructor(file: string, cause: Error) {
    super(`${file} could not be written: ${cause.message}`, { cause });
  }
}

/** The same of an error of the file system; any other as it is. */
export function unwritable(file: string, error: unknown): unknown {
  return error instanceof Error && "syscall" in error ? new Unwritable(file, error) : error;
}

/** Writes a file whole or not at all: who reads it meanwhile finds what was there. Throws `Unwritable`. */
export async function writeWhole(file: string, text: string | Buffer): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.new`);
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw unwritable(file, error);
  }
}
