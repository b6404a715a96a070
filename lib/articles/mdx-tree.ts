import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFileMessage } from "vfile-message";
import type { Place, Problem } from "#lib/series/problem";
import { dropComments } from "./comments.ts";
import { plainReason, type MdxTrouble } from "./mdx-reason.ts";
import { nestingOf } from "./nesting.ts";

/** Frontmatter was read before: in the text, a line of three dashes is a rule. */
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** No article needs more, and what walks a tree by calling itself must not run out of stack. */
const deepest = 100;

/** A line that opens more quotes or lists than that: the parser would take minutes over it. */
const deepLine = /^(?:[ \t]{0,3}(?:>|[-*+] |\d{1,9}[.)] )){101}/m;

/**
 * MDX text as a tree, or the problem that keeps it from being one (an unclosed tag, a stray `{`, lists in lists without
 * end). `firstLine` is the line of the file on which the text starts, in problems only: the tree counts from 1.
 */
export function parseMdx(
  source: string,
  file: string,
  firstLine = 1,
): { tree: Root } | { problems: Problem[] } {
  const start: Place = { file, line: firstLine, column: 1 };
  if (deepLine.test(source) || nestingOf(source) > deepest) return { problems: [tooDeep(start)] };
  try {
    const tree = processor.parse(source);
    if (isTooDeep(tree)) return { problems: [tooDeep(start)] };
    dropComments(tree);
    return { tree };
  } catch (error) {
    // The parser calls itself for what is nested; V8 gives no other sign of a full stack.
    if (error instanceof RangeError && error.message.includes("call stack")) {
      return { problems: [tooDeep(start)] };
    }
    if (error instanceof VFileMessage) {
      const line = firstLine + (error.line ?? 1) - 1;
      const reason = moveRanges(error.reason, firstLine - 1);
      const at = { file, line, column: error.column ?? 1 };
      return { problems: [notMdx(plainReason(reason, source, firstLine, at))] };
    }
    if (isAssertion(error)) {
      return { problems: [notMdx(plainReason(error.message, source, firstLine, start))] };
    }
    throw error;
  }
}

/** The parser names other places in its words, "(1:6-1:20)", counted from where it began. */
function moveRanges(reason: string, by: number): string {
  return reason.replace(
    /\((\d+):(\d+)-(\d+):(\d+)\)/g,
    (_, line: string, column: string, endLine: string, endColumn: string) =>
      `(${Number(line) + by}:${column}-${Number(endLine) + by}:${endColumn})`,
  );
}

function notMdx({ message, fix, at }: MdxTrouble): Problem {
  return { kind: "mdx", message: `${message}; this part of the text was not read`, at, fix };
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
    message: `the text is nested more than ${deepest} deep; this part of it was not read`,
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
