import { multiplierName } from "#lib/series/unit";
import { comparisonPrecedence, precedence } from "./precedence.ts";
import type { Expression, NumberNode, RangeNode } from "./tree.ts";

/** The canonical text of a tree: parsing it gives the same tree, places aside. */
export function printExpression(tree: Expression): string {
  switch (tree.kind) {
    case "number":
      return printNumber(tree);
    case "period":
      return tree.period;
    case "none":
      return "none";
    case "binary": {
      const level = precedence[tree.operator];
      // Equal levels group from the left, and comparisons not at all.
      const left = printOperand(tree.left, level === comparisonPrecedence ? level + 1 : level);
      return `${left} ${tree.operator} ${printOperand(tree.right, level + 1)}`;
    }
    case "negate":
      return `-${printOperand(tree.operand, Infinity)}`;
    case "at":
    case "rank":
      return `${tree.kind}(${tree.key.key}, ${printExpression(tree.period)})`;
    case "record":
      return `${tree.name}(${tree.key.key}, ${printExpression(tree.period)})`;
    case "aggregate":
      return `${tree.name}(${tree.key.key}, ${printRange(tree.range)})`;
    case "change": {
      const earlier = tree.earlier ? `, ${printRange(tree.earlier)}` : "";
      return `${tree.name}(${tree.key.key}, ${printRange(tree.range)}${earlier})`;
    }
    case "share":
      return `share(${tree.part.key}, ${tree.whole.key}, ${printRange(tree.range)})`;
    case "latest":
      return `latest(${tree.key.key})`;
    case "abs":
      return `abs(${printExpression(tree.operand)})`;
    case "asOf":
      return `asOf(${printExpression(tree.operand)}, ${tree.date})`;
  }
}

function printNumber({ digits, dimension, power }: NumberNode): string {
  switch (dimension) {
    case "USD":
      return power === 0 ? `$${digits}` : `$${digits} ${multiplierName[power]}`;
    case "percent":
      return `${digits}%`;
    case "number":
      return digits;
  }
}

function printRange({ from, to }: RangeNode): string {
  return to === null ? printExpression(from) : `${printExpression(from)}..${printExpression(to)}`;
}

function printOperand(node: Expression, least: number): string {
  const text = printExpression(node);
  return node.kind === "binary" && precedence[node.operator] < least ? `(${text})` : text;
}
