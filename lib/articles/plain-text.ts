import type { Nodes } from "mdast";
import type {} from "mdast-util-mdx";
import type { Article } from "./article.ts";

const blocks: ReadonlySet<string> = new Set(["paragraph", "heading", "tableCell"]);

/** What readers see of an article and of the headlines of its charts, a line for each paragraph, heading and cell. */
export function plainText({ tree, charts }: Pick<Article, "tree" | "charts">): string {
  return [tree, ...charts.map(({ headline }) => headline)].map(textOf).join("\n");
}

function textOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "break") return " ";
  if (!("children" in node)) return "";
  const text = node.children.map(textOf).join("");
  return blocks.has(node.type) ? `${text.replaceAll(/\s+/gu, " ")}\n` : text;
}
