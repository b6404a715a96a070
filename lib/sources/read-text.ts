import { readFileSync } from "node:fs";
import { accepted, refused, type Checked } from "#lib/series/checked";

/** The text of a file. Problem: `unreadable-file`. */
export function readText(file: string): Checked<string> {
  try {
    return accepted(readFileSync(file, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return refused([
      {
        kind: "unreadable-file",
        message: `Expected to read ${file}, found: ${reason}`,
        at: { file, line: 1, column: 1 },
      },
    ]);
  }
}
