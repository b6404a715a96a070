import { unturned, withoutVintage } from "#lib/expressions/bare";
import { printExpression } from "#lib/expressions/print";
import { printSeries } from "#lib/expressions/series-node";
import { literalPeriod, nodesOf, type ChangeNode, type Expression } from "#lib/expressions/tree";
import type { Value } from "#lib/expressions/value";
import {
  frequencyOf,
  monthsOf,
  periodsBetween,
  shiftPeriod,
  type Period,
} from "#lib/series/period";
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
  const strange = others.find(
    (tree) => !agree(first, tree) && !isEarlierEnd(first, tree) && !isEarlierEnd(tree, first),
  );
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
  if (monthsOf(one).last !== monthsOf(other).last) return false;
  const [since, otherSince] = [originOf(left), originOf(right)];
  return since === null || otherSince === null || since === otherSince;
}

/** "Up from $3 billion" is a change, and the amount that it is from: `A - B` and `B`, or `change(KEY, …)` and `at(KEY, …)`. */
function isEarlierEnd(change: Expression, end: Expression): boolean {
  const node = withoutVintage(change);
  if (node.kind === "binary" && node.operator === "-") {
    return printExpression(node.right) === printExpression(end);
  }
  const level = withoutVintage(end);
  if (node.kind !== "change" || level.kind !== "at") return false;
  const since = originOf(node);
  const period = literalPeriod(level.period);
  return (
    since !== null &&
    period !== null &&
    monthsOf(period).last === since &&
    printSeries(level.key) === printSeries(node.key)
  );
}

/** The last month of what a change is from, where it says so; the one before the first month of a sum. */
function originOf(tree: Expression): Period | null {
  const node = unturned(withoutVintage(tree));
  if (node.kind === "aggregate" && node.name === "sum") {
    const first = literalPeriod(node.range.from);
    return first && shiftPeriod(monthsOf(first).first, -1);
  }
  if (node.kind !== "change" || node.earlier === null) return null;
  const period = literalPeriod(node.earlier.to ?? node.earlier.from);
  return period && monthsOf(period).last;
}

/**
 * A change beside a run is over as many periods as the run has: "climbed for eleven straight months". Problem: `two-times`.
 */
export function findRunTrouble(
  parts: readonly { readonly tree: Expression; readonly value: Value }[],
): Trouble | null {
  const changes = parts
    .map(({ tree }) => withoutVintage(tree))
    .filter((node) => node.kind === "change");
  for (const { tree, value } of parts) {
    const run = withoutVintage(tree);
    if (run.kind !== "run" || value.type !== "quantity") continue;
    const strange = changes.find((change) => {
      const isSame = printSeries(change.key) === printSeries(run.key);
      const length = isSame ? lengthOf(change) : null;
      return length !== null && !value.amount.eq(length);
    });
    if (strange) {
      return {
        kind: "two-times",
        message: `${printExpression(strange)} is over another time than ${printExpression(run)}, which is ${value.amount.toString()}`,
        fix: "let the change begin where the run begins, or leave it out",
      };
    }
  }
  return null;
}

/** How many periods lie between the ends of a change; null where they are of two lengths, or not said. */
function lengthOf({ range, earlier }: ChangeNode): number | null {
  const from = earlier && literalPeriod(earlier.to ?? earlier.from);
  const to = literalPeriod(range.to ?? range.from);
  if (!from || !to || frequencyOf(from) !== frequencyOf(to)) return null;
  return periodsBetween(from, to).length - 1;
}

/** The first period that an expression names: the later one of a change, and the last of those counted or added up. */
function periodOf(tree: Expression): Period | null {
  for (const node of nodesOf(tree)) {
    if (node.kind === "binary" && node.operator === "+") {
      return periodOf(node.right) ?? periodOf(node.left);
    }
    const last = "range" in node ? node.range.to : null;
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
