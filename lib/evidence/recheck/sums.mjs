import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readBytes, readText } from "./tables.mjs";

/** The files that are not what was packed, in sentences: by SHA256SUMS, which has a line "hash  name" for each. */
export function changedFiles() {
  const lines = readText("SHA256SUMS").trimEnd().split("\n");
  const changed = lines.flatMap((line) => {
    const [, sha256, name] = /^([0-9a-f]{64}) {2}([\w./-]+)$/.exec(line) ?? [];
    if (name === undefined) return [`SHA256SUMS: expected "hash  name", found "${line}"`];
    const own = createHash("sha256").update(readBytes(name)).digest("hex");
    return own === sha256 ? [] : [`${name} was changed after it was packed (SHA256SUMS)`];
  });
  const unlisted = bundled().filter((name) => !lines.some((line) => line.endsWith(`  ${name}`)));
  return [...changed, ...unlisted.map((name) => `SHA256SUMS does not list ${name}`)];
}

/** The names of the files of a bundle: those that travel in every one, and those of this program. */
function bundled() {
  const parts = readdirSync(new URL(".", import.meta.url)).map((name) => `recheck/${name}`);
  return [
    ..."CITATION.cff LICENSE.txt README.md article.txt cells.csv claims.csv claims.json".split(" "),
    "recheck.mjs",
    "sources.csv",
    ...parts,
  ];
}
