import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** The folders of prisma/seed with the most bytes, the largest first. */
export function largestSeeds(count: number, root = path.join("prisma", "seed")): string[] {
  const bytes = new Map<string, number>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { size } = statSync(path.join(entry.parentPath, entry.name));
    bytes.set(entry.parentPath, (bytes.get(entry.parentPath) ?? 0) + size);
  }
  return [...bytes]
    .sort(([, left], [, right]) => right - left)
    .slice(0, count)
    .map(([folder]) => folder);
}
