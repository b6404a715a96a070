import type { ElementContent, Nodes, Root, RootContent, Text } from "hast";
import type {} from "mdast-util-mdx";
import type { Place, Problem } from "#lib/series/problem";
import { createRawPlaces } from "./raw-places.ts";

/** What a problem is about: some words of a text, an element within a line, or a block. */
export type ProblemWords =
  | { readonly how: "words"; readonly node: Text; readonly from: number; readonly to: number }
  | { readonly how: "element" | "block"; readonly node: ElementContent };

type Point = Pick<Place, "line" | "column">;

/** What stands within a line and is meant whole: links and marks are links on the page, and no button stands in one. */
const inline: readonly string[] = ["a", "img", "code", "sup"];

/** What cannot stand alone, nor have anything before it: what holds it is meant. */
const parts: readonly string[] = ["tr", "td", "th", "thead", "tbody"];

/**
 * The words at a place of the file that a tree was made from; null where the tree has none there. A place within a tag means
 * the whole of it.
 */
export function findProblemWords(
  tree: Root,
  source: string,
  at: Point,
  message: Problem["message"],
): ProblemWords | null {
  let block: ElementContent | null = null;
  for (let inner = childAt(tree, at); inner; inner = childAt(inner, at)) {
    if (inner.type === "text") return wordsIn(inner, source, at, message);
    if (isInline(inner)) return { how: "element", node: inner };
    if (inner.type !== "element" || !parts.includes(inner.tagName)) block = inner;
    if (inner.type === "element" && inner.tagName === "pre") break;
  }
  return block && { how: "block", node: block };
}

/** The content of a tree or an element; none of what has none. A tree of ours has neither a doctype nor imports. */
export function contentOf(node: Nodes): readonly ElementContent[] {
  const children: readonly RootContent[] = "children" in node ? node.children : [];
  return children.filter(isContent);
}

function isContent(node: RootContent): node is ElementContent {
  return node.type !== "doctype" && node.type !== "mdxjsEsm";
}

function isInline(node: ElementContent): boolean {
  if (node.type === "element") return inline.includes(node.tagName);
  return node.type === "mdxJsxTextElement" || node.type === "mdxTextExpression";
}

function childAt(node: Nodes, at: Point): ElementContent | undefined {
  // What was put round words later, as round a chart's headline, has no place of its own.
  const children = contentOf(node).flatMap((child) =>
    child.position === undefined ? contentOf(child) : [child],
  );
  return children.find((child) => holds(child, at));
}

function holds({ position }: ElementContent, { line, column }: Point): boolean {
  if (position === undefined) return false;
  const { start, end } = position;
  const isBefore = line < start.line || (line === start.line && column < start.column);
  return !isBefore && (line < end.line || (line === end.line && column < end.column));
}

function wordsIn(node: Text, source: string, at: Point, message: string): ProblemWords {
  const from = offsetIn(node, source, at);
  return { how: "words", node, from, to: from + lengthOfWords(node.value.slice(from), message) };
}

/** The offset in a text of what stands at a place of the file. */
function offsetIn({ value, position }: Text, source: string, at: Point): number {
  if (position === undefined) return 0;
  const { start, end } = position;
  const raw = source.slice(start.offset, end.offset);
  const placeOf = createRawPlaces(raw, value, { file: "", line: start.line, column: start.column });
  for (let offset = 0; offset < value.length; offset += 1) {
    const here = placeOf(offset);
    if (here.line > at.line || (here.line === at.line && here.column >= at.column)) return offset;
  }
  return Math.max(0, value.length - 1);
}

/** A message says in quotes what it is about; where it does not, it is about a word. */
function lengthOfWords(text: string, message: string): number {
  for (const [, quoted = ""] of message.matchAll(/["“]([^"“”]+)["”]/gu)) {
    if (text.startsWith(quoted)) return quoted.length;
    // What goes on in emphasis, or in a mark, is another node.
    if (text !== "" && quoted.startsWith(text)) return text.length;
  }
  const [word = ""] = /^\S*[^\s.,;:!?)\]”’]/u.exec(text) ?? [];
  return word.length || Math.min(1, text.length);
}
