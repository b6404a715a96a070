import { createHash } from "node:crypto";
import { readBytes, readText } from "./tables.mjs";

/** The files that are not what was packed, in sentences: by SHA256SUMS, which has a line "hash  name" for each. */
export function changedFiles() {
  const lines = readText("SHA256SUMS").trimEnd().split("\n");
  return lines.flatMap((line) => {
    const [, sha256, name] = /^([0-9a-f]{64}) {2}([\w./-]+)$/.exec(line) ?? [];
    if (name === undefined) return [`SHA256SUMS: expected "hash  name", found "${line}"`];
    const own = createHash("sha256").update(readBytes(name)).digest("hex");
    return own === sha256 ? [] : [`${name} was changed after it was packed (SHA256SUMS)`];
  });
}
