import type { Point, Position } from "unist";
import type { Nodes, Root } from "mdast";
import type {} from "mdast-util-mdx";
import { visit } from "unist-util-visit";

/** Moves a tree, in place, to where its text stands in a longer one: `offset` characters and `lines` lines further on. */
export function movePositions(tree: Root, offset: number, lines: number): void {
  const move = (point: Point): Point => ({
    line: point.line + lines,
    column: point.column,
    offset: (point.offset ?? 0) + offset,
  });
  const moveOne = (node: { position?: Position | undefined }) => {
    if (node.position) {
      node.position = { start: move(node.position.start), end: move(node.position.end) };
    }
  };
  visit(tree, (node: Nodes) => {
    moveOne(node);
    if ("attributes" in node) for (const attribute of node.attributes) moveOne(attribute);
  });
}
