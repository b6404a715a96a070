import type { Nodes, Root } from "mdast";
import type { Article } from "#lib/articles/article";
import { attributeOf, prepareTree } from "#lib/articles/compile";

/** An article as plain text, and its claims in the order in which a reader comes to them. */
export interface NumberedText {
  readonly text: string;
  readonly claimIds: readonly string[];
}

/** Letters in a line of text. */
const width = 88;

/**
 * The article's text as written, a number in brackets behind each claim; a claim of a chart's headline comes where its chart
 * does. Figures of others say whose they are.
 */
export function numberedText(article: Article): NumberedText {
  const tree: Root = structuredClone(article.tree);
  prepareTree(tree, article);
  const claimIds: string[] = [];
  const publishers = new Map(
    article.frontmatter.sources.map(({ id, publisher }) => [id, publisher]),
  );

  const phrases = (nodes: readonly Nodes[]): string => nodes.map(phrase).join("");
  const phrase = (node: Nodes): string => {
    switch (node.type) {
      case "text":
      case "inlineCode":
        return node.value;
      case "break":
        return " ";
      case "footnoteReference":
        return `[^${node.identifier}]`;
      case "mdxJsxTextElement":
      case "mdxJsxFlowElement": {
        const words = phrases(node.children);
        if (node.name === "Claim") {
          claimIds.push(attributeOf(node, "id") ?? "");
          return `${words} [${claimIds.length}]`;
        }
        const source = node.name === "Quoted" ? attributeOf(node, "source") : null;
        return source === null ? words : `${words} [quoted: ${publishers.get(source) ?? source}]`;
      }
      default:
        return "children" in node ? phrases(node.children) : "";
    }
  };
  const block = (node: Nodes): string[] => {
    switch (node.type) {
      case "heading":
        return [`${"#".repeat(node.depth)} ${phrases(node.children)}`];
      case "paragraph":
        return [wrapped(phrases(node.children))];
      case "list":
        return node.children.flatMap((item) =>
          item.children.flatMap(block).map((text) => indented("- ", text)),
        );
      case "table":
        return [
          node.children
            .map((row) => row.children.map((cell) => phrases(cell.children)).join(" | "))
            .join("\n"),
        ];
      case "blockquote":
        return node.children.flatMap(block).map((text) => indented("> ", text));
      case "footnoteDefinition":
        return node.children
          .flatMap(block)
          .map((text) => indented(`[^${node.identifier}]: `, text));
      case "mdxJsxFlowElement":
        if (node.name === "Chart") return [wrapped(`[Chart: ${phrases(node.children)}]`)];
        if (node.name === "Claim" || node.name === "Quoted") return [wrapped(phrase(node))];
        return node.children
          .flatMap(block)
          .map((text) => (node.name === "Note" ? indented("Note: ", text) : text));
      case "mdxJsxTextElement":
        return [wrapped(phrase(node))];
      default:
        return [];
    }
  };
  // Footnotes stand at the end of a page, wherever they are written.
  const isNote = (node: Nodes) => node.type === "footnoteDefinition";
  const ordered = [
    ...tree.children.filter((node) => !isNote(node)),
    ...tree.children.filter(isNote),
  ];
  const text = `${ordered.flatMap(block).join("\n\n")}\n`;
  return { text, claimIds };
}

/** A text in lines, broken at spaces. */
function wrapped(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

function indented(lead: string, text: string): string {
  return lead + text.replaceAll("\n", `\n${" ".repeat(lead.length)}`);
}
