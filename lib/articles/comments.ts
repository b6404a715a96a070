import type { Nodes } from "mdast";
import type {} from "mdast-util-mdx";

/** One comment and nothing else between the braces: what stood behind its end would be JavaScript. */
const comment = /^\s*\/\*(?:(?!\*\/)[^])*\*\/\s*$/;

/** How one begins in a text that is not parsed, and how one ends behind its last mark. */
const opening = /\{\s*\/\*/g;
const closing = /\s*\}/y;

/**
 * Takes the notes that editors leave themselves, braces with a comment in them, out of a tree, in place: no reader sees
 * them, so nothing is held against them and nothing counts them.
 */
export function dropComments(node: Nodes): void {
  if (!("children" in node)) return;
  for (let position = node.children.length - 1; position >= 0; position -= 1) {
    const child = node.children[position];
    if (child === undefined) continue;
    if (isComment(child) || isOnlyComments(child)) node.children.splice(position, 1);
    else dropComments(child);
  }
}

/** A text without them, in time that grows with its length whatever stands in it: it may have been typed half. */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  opening.lastIndex = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const last = text.indexOf("*/", opening.lastIndex);
    if (last === -1) break;
    closing.lastIndex = last + 2;
    if (closing.test(text)) {
      kept.push(text.slice(from, found.index));
      from = closing.lastIndex;
    }
    // What begins before this mark would end at it too.
    opening.lastIndex = Math.max(from, last + 2);
  }
  return [...kept, text.slice(from)].join("");
}

function isComment(node: Nodes): boolean {
  const isExpression = node.type === "mdxFlowExpression" || node.type === "mdxTextExpression";
  return isExpression && comment.test(node.value);
}

/** Several on one line are a paragraph, which would be an empty one. */
function isOnlyComments(node: Nodes): boolean {
  return (
    node.type === "paragraph" &&
    node.children.some(isComment) &&
    node.children.every(
      (child) => isComment(child) || (child.type === "text" && child.value.trim() === ""),
    )
  );
}
