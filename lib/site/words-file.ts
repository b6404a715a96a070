import { readFile, stat } from "node:fs/promises";
import { isAbsence } from "#lib/charts/read-file-if-there";
import { accepted, refused, type Checked } from "#lib/series/checked";

/**
 * The text of a file of words, or null where there is none. What is no file is refused at once: a pipe would keep the gate waiting
 * for words that nobody writes. Problem: `no-file`.
 */
export async function readWordsFile(file: string): Promise<Checked<string | null>> {
  try {
    // The comments keep the bundler from tracing the whole project for what the folder might be.
    const found = await stat(/* turbopackIgnore: true */ file);
    if (found.isFile()) return accepted(await readFile(/* turbopackIgnore: true */ file, "utf8"));
    const what = found.isDirectory() ? "a folder" : "something that is no file";
    return refused([
      {
        kind: "no-file",
        message: `${what} stands where a file of words is expected`,
        at: { file, line: 1, column: 1 },
        fix: "write the words into a text file of this name, or take away what stands there",
      },
    ]);
  } catch (error) {
    if (isAbsence(error)) return accepted(null);
    throw error;
  }
}
