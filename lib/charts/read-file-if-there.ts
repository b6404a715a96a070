import { readFile, stat } from "node:fs/promises";

/**
 * The text of a file, or null when there is none under the name: a folder, or a pipe that would keep its reader waiting, is none.
 * Other read errors are thrown.
 */
export async function readFileIfThere(file: string): Promise<string | null> {
  try {
    const found = await stat(/* turbopackIgnore: true */ file);
    return found.isFile() ? await readFile(/* turbopackIgnore: true */ file, "utf8") : null;
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** Whether an error of the file system says that nothing is there, as at the end of a link that leads nowhere or to itself. */
export function isAbsence(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "ELOOP")
  );
}
