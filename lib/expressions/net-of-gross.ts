import { printExpression } from "./print.ts";
import type { Expression } from "./tree.ts";

/** Which way an expression counts what was bought and sold: 1 where purchases are above 0, -1 where sales are. */
export type FlowSide = 1 | -1;

/**
 * Gross purchases less gross sales are net purchases, and the other way round net sales, where both are of the same classes,
 * areas and months; so are sums of such. Null for all else.
 */
export function netSideOf(tree: Expression): FlowSide | null {
  if (tree.kind === "asOf") return netSideOf(tree.operand);
  if (tree.kind !== "binary") return null;
  const { operator, left, right } = tree;
  if (operator === "+") {
    const side = netSideOf(left);
    return side === netSideOf(right) ? side : null;
  }
  if (operator !== "-") return null;
  const [over, under] = [printExpression(left), printExpression(right)];
  if (asSales(over) === under && over !== under) return 1;
  return asSales(under) === over && over !== under ? -1 : null;
}

/** The measure is the third part of a key: `s1.treasuries.purchases.japan`. */
function asSales(text: string): string {
  return text.replaceAll(/\.purchases(?=\.)/gu, ".sales");
}
