import type { Nodes, Root } from "mdast";
import type {} from "mdast-util-mdx";
import type { JsxElement } from "#lib/articles/components";
import { isMark } from "#lib/articles/mark-place";

/** A part of a block's text that stands in one piece in the source. */
export interface TextRun {
  /** Where it starts in the source, and in the text of its block. */
  readonly start: number;
  readonly from: number;
  readonly text: string;
}

/** The words of a mark, as a part of the text of its block. */
export interface MarkedWords {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** Its attributes, with where their values start in the source. */
  readonly attributes: ReadonlyMap<string, { readonly value: string; readonly start: number }>;
}

/** A paragraph, a heading or a cell of a table, as its words stand in the source. */
export interface MarkedBlock {
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly marks: readonly MarkedWords[];
}

interface OpenBlock {
  text: string;
  readonly runs: TextRun[];
  readonly marks: MarkedWords[];
}

/** The blocks of a text that has been read without problems. Words outside of blocks make one of their own. */
export function readBlocks(tree: Root, source: string): MarkedBlock[] {
  const blocks: OpenBlock[] = [];
  const open = (): OpenBlock => {
    const block: OpenBlock = { text: "", runs: [], marks: [] };
    blocks.push(block);
    return block;
  };

  function visit(node: Nodes, block: OpenBlock): void {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    switch (node.type) {
      case "text": {
        const text = source.slice(start, end);
        block.runs.push({ start, from: block.text.length, text });
        block.text += text;
        return;
      }
      case "break":
        block.text += "\n";
        return;
      case "yaml":
        return;
      case "paragraph":
      case "heading":
      case "tableCell": {
        const own = open();
        for (const child of node.children) visit(child, own);
        return;
      }
      default: {
        const from = block.text.length;
        if ("children" in node) for (const child of node.children) visit(child, block);
        if (isMark(node)) {
          const attributes = readAttributes(node, source);
          block.marks.push({ from, to: block.text.length, name: node.name, attributes });
        }
      }
    }
  }

  visit(tree, open());
  return blocks.filter(({ runs }) => runs.length > 0);
}

function readAttributes(node: JsxElement, source: string): MarkedWords["attributes"] {
  return new Map(
    node.attributes.flatMap((attribute) => {
      if (attribute.type !== "mdxJsxAttribute" || typeof attribute.value !== "string") return [];
      const [from, to] = [
        attribute.position?.start.offset ?? 0,
        attribute.position?.end.offset ?? 0,
      ];
      const within = source.slice(from, to).indexOf(attribute.value, attribute.name.length);
      // A value with entities in it is not written as it reads, and is left alone.
      if (within === -1) return [];
      return [[attribute.name, { value: attribute.value, start: from + within }] as const];
    }),
  );
}
