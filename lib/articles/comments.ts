import type { Nodes } from "mdast";
import type {} from "mdast-util-mdx";

/** One comment and nothing else between the braces: what stood behind its end would be JavaScript. */
const comment = /^\s*\/\*(?:(?!\*\/)[^])*\*\/\s*$/;

/** The same in a text that is not parsed. */
const written = /\{\s*\/\*(?:(?!\*\/)[^])*\*\/\s*\}/g;

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

/** A text without them. */
export function withoutComments(text: string): string {
  return text.replace(written, "");
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
