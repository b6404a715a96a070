import type { Point, Position } from "unist";
import type { Nodes, Root } from "mdast";
import type {} from "mdast-util-mdx";

type Move = <P extends Position | undefined>(position: P) => P;

/**
 * A tree as it is where its text stands in a longer one, `offset` characters and `lines` lines further on. It is a copy: what the
 * tree is read from may be kept.
 */
export function movePositions(tree: Root, offset: number, lines: number): Root {
  const movePoint = (point: Point): Point => ({
    line: point.line + lines,
    column: point.column,
    offset: (point.offset ?? 0) + offset,
  });
  const move: Move = (position) =>
    position && { ...position, start: movePoint(position.start), end: movePoint(position.end) };
  return moveNode(tree, move);
}

// Not by unist-util-visit: it names a function for each node, which takes longer than to copy it.
function moveNode<N extends Nodes>(node: N, move: Move): N {
  const moved = { ...node, position: move(node.position) };
  if ("children" in moved) {
    Object.assign(moved, { children: moved.children.map((child) => moveNode(child, move)) });
  }
  if ("attributes" in moved) {
    const attributes = moved.attributes.map((attribute) => ({
      ...attribute,
      position: move(attribute.position),
    }));
    Object.assign(moved, { attributes });
  }
  return moved;
}
