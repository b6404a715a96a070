import type { Expression } from "./tree.ts";

/** An expression without the vintages that it names. */
export function withoutVintage(tree: Expression): Expression {
  return tree.kind === "asOf" ? withoutVintage(tree.operand) : tree;
}

/** An expression without the minus before it. */
export function unturned(tree: Expression): Expression {
  return tree.kind === "negate" ? unturned(tree.operand) : tree;
}
