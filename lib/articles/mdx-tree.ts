import type { Nodes, Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFileMessage } from "vfile-message";
import type { Place, Problem } from "#lib/series/problem";

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

/** No article needs more, and what walks a tree by calling itself must not run out of stack. */
const deepest = 100;

/** A line that opens more quotes or lists than that: the parser would take minutes over it. */
const deepLine = /^(?:[ \t]{0,3}(?:>|[-*+] |\d{1,9}[.)] )){101}/m;

/**
 * MDX text as a tree, or the problem that keeps it from being one (an unclosed tag, a stray `{`, lists in lists without
 * end).
 */
export function parseMdx(source: string, file: string): { tree: Root } | { problems: Problem[] } {
  const start: Place = { file, line: 1, column: 1 };
  if (deepLine.test(source)) return { problems: [tooDeep(start)] };
  try {
    const tree = processor.parse(source);
    return isTooDeep(tree) ? { problems: [tooDeep(start)] } : { tree };
  } catch (error) {
    // The parser calls itself for what is nested; V8 gives no other sign of a full stack.
    if (error instanceof RangeError && error.message.includes("call stack")) {
      return { problems: [tooDeep(start)] };
    }
    if (error instanceof VFileMessage) {
      const at = { file, line: error.line ?? 1, column: error.column ?? 1 };
      return { problems: [notMdx(error.reason, at)] };
    }
    if (isAssertion(error)) return { problems: [notMdx(error.message, start)] };
    throw error;
  }
}

function notMdx(reason: string, at: Place): Problem {
  return {
    kind: "mdx",
    message: `${reason}; the text was not read any further`,
    at,
    fix: "close the tag, or write \\< or \\{ for the character itself",
  };
}

/**
 * Whether the parser found its own tree amiss: what crosses (a heading that ends within a tag) trips its assertions before
 * it can say so. They are in its development build only, which tests and `next dev` are given; they name no place.
 */
function isAssertion(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === "ERR_ASSERTION";
}

function tooDeep(at: Place): Problem {
  return {
    kind: "too-deep",
    message: `the text is nested more than ${deepest} deep; it was not read`,
    at,
    fix: "take quotes, lists and tags out of one another",
  };
}

function isTooDeep(tree: Root): boolean {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((node): Nodes[] => ("children" in node ? node.children : []));
  }
  return false;
}
