import type { Trouble } from "#lib/claims/read-sayings";
import { printExpression } from "#lib/expressions/print";
import { partsOf, type BinaryNode, type Expression } from "#lib/expressions/tree";
import type { Series } from "#lib/series/series";

type SeriesOf = (key: string) => Series | undefined;

/**
 * What is wrong with a statement that compares with 0, or with less, what is never below 0: holdings and places. The data
 * could not make it false. What `or` joins is left to `tickmark check --mutate`. Problem: `vacuous`.
 */
export function findNeverFalse(tree: Expression, seriesOf: SeriesOf): Trouble | null {
  if (tree.kind === "asOf") return findNeverFalse(tree.operand, seriesOf);
  if (tree.kind !== "binary") return null;
  if (tree.operator === "and") {
    return findNeverFalse(tree.left, seriesOf) ?? findNeverFalse(tree.right, seriesOf);
  }
  const larger = largerSide(tree);
  if (larger === null || !isNeverNegative(larger, seriesOf)) return null;
  return {
    kind: "vacuous",
    message: `${printExpression(tree)} is always true: ${printExpression(larger)} is never below 0`,
    fix: "compare it with another figure, such as the one before: change(KEY, PERIOD) > 0",
  };
}

/** What a comparison with 0, or with less, says is larger than that; null for other comparisons. */
function largerSide({ operator, left, right }: BinaryNode): Expression | null {
  if (/^(?:>=?|!=)$/u.test(operator) && isAtMostZero(right)) return left;
  return /^(?:<=?|!=)$/u.test(operator) && isAtMostZero(left) ? right : null;
}

function isAtMostZero(node: Expression): boolean {
  if (node.kind === "negate") return node.operand.kind === "number";
  return node.kind === "number" && Number(node.digits) === 0;
}

function isNeverNegative(node: Expression, seriesOf: SeriesOf): boolean {
  switch (node.kind) {
    case "rank":
    case "recordRank":
    case "number":
    case "distance":
      return true;
    case "asOf":
      return isNeverNegative(node.operand, seriesOf);
    case "at":
    case "aggregate":
    case "share":
      return partsOf(node).keys.every(({ key }) => seriesOf(key)?.kind === "stock");
    case "binary":
      return (
        /^[+*/]$/u.test(node.operator) &&
        [node.left, node.right].every((side) => isNeverNegative(side, seriesOf))
      );
    default:
      return false;
  }
}
