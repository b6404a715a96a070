import { printExpression } from "#lib/expressions/print";
import { literalPeriod, nodesOf, type Expression } from "#lib/expressions/tree";
import { monthsOf, type Period } from "#lib/series/period";
import type { Trouble } from "./read-sayings.ts";
import { asksSame } from "./same-question.ts";

/**
 * Whether the expressions of a claim, and the two sides of each difference and quotient, are about one time. Only the same
 * question may be asked of two: that is a change. Prose that compares one thing in March with another in April says so of
 * neither. Problem: `two-times`.
 */
export function findTimeTrouble(trees: readonly Expression[]): Trouble | null {
  const [first, ...others] = trees;
  if (first === undefined) return null;
  const strange = others.find((tree) => !agree(first, tree));
  if (strange) return twoTimes(first, strange);
  for (const tree of trees) {
    for (const node of nodesOf(tree)) {
      if (node.kind !== "binary" || (node.operator !== "-" && node.operator !== "/")) continue;
      if (!agree(node.left, node.right)) return twoTimes(node.left, node.right);
    }
  }
  return null;
}

function agree(left: Expression, right: Expression): boolean {
  const [one, other] = [periodOf(left), periodOf(right)];
  if (one === null || other === null || asksSame(left, right)) return true;
  return monthsOf(one).last === monthsOf(other).last;
}

/** The first period that an expression names: the later one of a change, and the last of those counted. */
function periodOf(tree: Expression): Period | null {
  for (const node of nodesOf(tree)) {
    const last = node.kind === "count" ? node.range.to : null;
    if (last !== null) return periodOf(last);
    const period = literalPeriod(node);
    if (period !== null) return period;
  }
  return null;
}

function twoTimes(left: Expression, right: Expression): Trouble {
  return {
    kind: "two-times",
    message: `${printExpression(left)} and ${printExpression(right)} are about two times, and ask different things of them`,
    fix: "name the same period in both",
  };
}
