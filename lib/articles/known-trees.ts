import type { Root } from "mdast";
import { parseMdx } from "./mdx-tree.ts";

/** So many are kept: the sections of the article that is edited, those of some others, and what their charts say. */
const mostKept = 200;

/** The trees of texts, the one that was asked for last at the end. */
const kept = new Map<string, Root>();

/**
 * As `parseMdx`, and what was read before is not read again: nobody may change the tree that is given. What cannot be read is told
 * with its places each time.
 */
export function parseKnown(text: string, file: string): ReturnType<typeof parseMdx> {
  const known = kept.get(text);
  const parsed = known === undefined ? parseMdx(text, file) : { tree: known };
  if ("problems" in parsed) return parsed;
  kept.delete(text);
  kept.set(text, parsed.tree);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return parsed;
}
