import { partsOf, type Expression } from "#lib/expressions/tree";
import type { CheckedClaim } from "./check-claim.ts";

/** The one vintage that a claim is read at; null when its expressions compare several. */
export function vintageOf({ asOf, parts }: Pick<CheckedClaim, "asOf" | "parts">): string | null {
  const days = new Set(parts.flatMap(({ tree }) => daysOf(tree, asOf)));
  const [day = null] = days;
  return days.size === 1 ? day : null;
}

/** The vintage of each thing in an expression that reads series. */
function daysOf(tree: Expression, asOf: string): string[] {
  if (tree.kind === "asOf") return daysOf(tree.operand, tree.date);
  const { keys, within } = partsOf(tree);
  const own = keys.length > 0 ? [asOf] : [];
  return [...own, ...within.flatMap((node) => daysOf(node, asOf))];
}

/** An expression without the vintages that are named anywhere in it. */
export function withoutVintages(tree: Expression): Expression {
  switch (tree.kind) {
    case "asOf":
      return withoutVintages(tree.operand);
    case "negate":
    case "abs":
      return { ...tree, operand: withoutVintages(tree.operand) };
    case "binary":
      return { ...tree, left: withoutVintages(tree.left), right: withoutVintages(tree.right) };
    default:
      return tree;
  }
}
