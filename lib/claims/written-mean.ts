import type { Expression } from "#lib/expressions/tree";

/**
 * Whether several terms are added up one by one and divided by how many they are. Then the number is of the terms, and nobody's
 * choice: `(abs(A) + abs(B) + abs(C)) / 3` is the mean of sizes, which `mean(KEY, RANGE)` of no series is.
 */
export function isWrittenMean(tree: Expression): boolean {
  if (tree.kind !== "binary" || tree.operator !== "/" || tree.right.kind !== "number") return false;
  const terms = countTerms(tree.left);
  return terms > 1 && tree.right.dimension === "number" && tree.right.digits === String(terms);
}

function countTerms(tree: Expression): number {
  return tree.kind === "binary" && tree.operator === "+"
    ? countTerms(tree.left) + countTerms(tree.right)
    : 1;
}
