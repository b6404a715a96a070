import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Tests and fixtures are no part of what is built. */
const leftOut = /\.test\.tsx?$|\/fixtures\/|\.golden\.|\/README\.md$|^prisma\/client\/|\.DS_Store$/;

/**
 * One SHA-256 over files and folders (relative to `root`, in the order of their names, missing ones left out) and over
 * `others`, anything else the result depends on. Equal input, equal stamp, on any machine.
 */
export function stampOf(
  root: string,
  places: readonly string[],
  others: readonly string[] = [],
): string {
  const hash = createHash("sha256");
  for (const file of places.flatMap((place) => filesIn(root, place)).sort()) {
    const bytes = readFileSync(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  for (const other of others) hash.update(`\0${Buffer.byteLength(other)}\0${other}`);
  return hash.digest("hex");
}

function filesIn(root: string, place: string): string[] {
  const found = statSync(path.join(root, place), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [place];
  const names = readdirSync(path.join(root, place), { withFileTypes: true, recursive: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    )
    .filter((file) => !leftOut.test(file));
}

/**
 * Does `work` unless `file` says it was done for this stamp. The file is removed before and written after, so work that
 * was cut short is done again. Returns whether there was anything to do.
 */
export async function unlessStamped(
  file: string,
  stamp: string,
  work: () => Promise<void>,
): Promise<boolean> {
  if (readStamp(file) === stamp) return false;
  rmSync(file, { force: true });
  await work();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, stamp);
  return true;
}

function readStamp(file: string): string | undefined {
  return statSync(file, { throwIfNoEntry: false }) && readFileSync(file, "utf8");
}
