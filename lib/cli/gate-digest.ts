import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const lib = fileURLToPath(new URL("..", import.meta.url));

/**
 * A hash of the gate itself: the code of lib, and the versions of the packages it uses. What another gate found is not trusted.
 */
export async function gateDigest(): Promise<string> {
  const names = await readdir(lib, { recursive: true });
  const sources = names.filter((name) => /(?<!\.test)\.ts$/.test(name)).sort();
  const hash = createHash("sha256");
  for (const name of sources)
    hash.update(`\0${name}\0`).update(await readFile(path.join(lib, name)));
  return hash.update(await readFile(path.join(lib, "..", "package-lock.json"))).digest("hex");
}
