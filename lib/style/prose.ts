import type { Nodes, Root } from "mdast";
import type {} from "mdast-util-mdx";
import { createTextPlaces, type TextPlaces } from "#lib/articles/text-places";
import type { Place } from "#lib/series/problem";

/** A paragraph, heading or cell of a table as a reader sees it. */
export interface ProseBlock {
  readonly kind: "paragraph" | "heading" | "cell";
  /** Words of others (quoted figures) and code are characters that stand for no word. */
  readonly text: string;
  readonly placeOf: (offset: number) => Place;
}

/** A tree with the text it was read from; `start` is where that text starts in its file. */
export interface ProseSource {
  readonly tree: Root;
  readonly source: string;
  readonly start: Place;
}

/** Stands for each character of what is not ours. */
const foreign = "\ufffc";

const kinds: Partial<Record<Nodes["type"], ProseBlock["kind"]>> = {
  paragraph: "paragraph",
  heading: "heading",
  tableCell: "cell",
};

/** The blocks of a text, in its order. */
export function readProse({ tree, source, start }: ProseSource): ProseBlock[] {
  const blocks: ProseBlock[] = [];

  const placeOf = (node: Nodes): Place => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    return {
      file: start.file,
      line: start.line + line - 1,
      column: line === 1 ? start.column + column - 1 : column,
    };
  };

  function read(node: Nodes, around: TextPlaces | null, isForeign: boolean): void {
    const kind = kinds[node.type];
    if (kind !== undefined && around === null) {
      const places = createTextPlaces(placeOf(node));
      readChildren(node, places, false);
      blocks.push({ kind, text: places.text(), placeOf: places.placeOf });
    } else if (node.type === "text" || node.type === "inlineCode") {
      const { offset: from = 0 } = node.position?.start ?? {};
      const { offset: to = 0 } = node.position?.end ?? {};
      const isOurs = node.type === "text" && !isForeign;
      const value = isOurs ? node.value : foreign.repeat(node.value.length);
      around?.add(value, isOurs ? source.slice(from, to) : value, placeOf(node));
    } else if (node.type === "break") {
      around?.add("\n", "\n", placeOf(node));
    } else {
      readChildren(node, around, isForeign || ("name" in node && node.name === "Quoted"));
    }
  }

  function readChildren(node: Nodes, around: TextPlaces | null, isForeign: boolean): void {
    if (!("children" in node)) return;
    for (const child of node.children) read(child, around, isForeign);
  }

  read(tree, null, false);
  return blocks;
}
