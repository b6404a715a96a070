import type { Nodes } from "mdast";
import type {} from "mdast-util-mdx";
import { toString } from "mdast-util-to-string";
import type { Place, Problem } from "#lib/series/problem";
import type { JsxElement } from "./components.ts";

/** Where a node stands: inside which mark, and whether inside a link. */
export interface Surroundings {
  readonly mark: string | null;
  readonly link: boolean;
}

/** What the words of a mark are made of. Anything else is read as part of what is ticked and cannot be checked. */
const insideMarks: readonly string[] = ["text", "emphasis", "strong", "inlineCode", "break"];

/** What is no word and yet stands in a mark. */
export function findStrangeContent(node: Nodes, { mark }: Surroundings, at: Place): Problem | null {
  if (mark === null || insideMarks.includes(node.type) || isMark(node)) return null;
  return {
    kind: "mark-content",
    message: `<${mark}> holds more than words`,
    at,
    fix: "between the tags stand text and emphasis; put pictures, links and charts outside",
  };
}

/** A mark where none may stand: in another mark, in a link (it is one itself), or with its words on lines of their own. */
export function findMisplaced(
  node: JsxElement & { name: string },
  around: Surroundings,
  at: Place,
): Problem | null {
  if (around.mark !== null) {
    return {
      kind: "nested-mark",
      message: `<${node.name}> stands inside <${around.mark}>`,
      at,
      fix: "close the outer mark first; a mark holds only its own words",
    };
  }
  if (around.link) {
    return {
      kind: "mark-in-link",
      message: `<${node.name}> stands inside a link`,
      at,
      fix: "close the link first; a claim is a link to its receipt",
    };
  }
  if (node.type === "mdxJsxFlowElement" && toString(node).trim() !== "") {
    return {
      kind: "mark-flow",
      message: `the words of <${node.name}> stand on a line of their own`,
      at,
      fix: "keep the tag and its words on one line",
    };
  }
  return null;
}

export function isMark(node: Nodes): node is JsxElement & { name: string } {
  return (
    (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") &&
    (node.name === "Claim" || node.name === "Quoted" || node.name === "Exempt")
  );
}
