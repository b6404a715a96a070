import { isFirstPrinted } from "#lib/expressions/series-node";
import { nodesOf, partsOf, type Expression } from "#lib/expressions/tree";
import type { VintageDate } from "#lib/series/observation";
import type { CheckedClaim } from "./check-claim.ts";

/** The one vintage that a claim is read at; null when its expressions compare several, or read first prints, each of its own. */
export function vintageOf({
  asOf,
  parts,
}: Pick<CheckedClaim, "asOf" | "parts">): VintageDate | null {
  if (parts.some(({ tree }) => readsFirstPrints(tree, "too"))) return null;
  const days = new Set(parts.flatMap(({ tree }) => daysOf(tree, asOf)));
  const [day = null] = days;
  return days.size === 1 ? day : null;
}

/** Whether an expression reads first prints: of all its series, or of one of them too. */
export function readsFirstPrints(tree: Expression, how: "alone" | "too"): boolean {
  const series = [...nodesOf(tree)].flatMap((node) => partsOf(node).series);
  return series.some(isFirstPrinted) && (how === "too" || series.every(isFirstPrinted));
}

/** The vintage of each thing in an expression that reads series. */
function daysOf(tree: Expression, asOf: VintageDate): VintageDate[] {
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
