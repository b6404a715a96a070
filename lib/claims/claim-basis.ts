import { printExpression } from "#lib/expressions/print";
import {
  literalPeriod,
  nodesOf,
  partsOf,
  type BinaryNode,
  type Expression,
} from "#lib/expressions/tree";
import type { Evaluation } from "#lib/expressions/value";
import { monthsOf, shiftPeriod, type Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import { findFigures } from "./printed-figure.ts";

type Trouble = Omit<Problem, "at">;

/** What is wrong with what a claim rests on: no cell at all, or a comparison that no data could make false. */
export function findEmptyBasis(tree: Expression, { cells }: Evaluation): Trouble | null {
  const comparisons = [...nodesOf(tree)].filter(isComparison);
  const same = comparisons.find(
    ({ left, right }) => printExpression(left) === printExpression(right),
  );
  if (same && namesSeries(same)) {
    return {
      kind: "vacuous",
      message: `${printExpression(same)} compares an expression with itself`,
      fix: "compare it with something that the data could contradict",
    };
  }
  const bare = cells.length === 0 ? tree : comparisons.find((node) => !namesSeries(node));
  if (bare === undefined) return null;
  return {
    kind: "no-cells",
    message: `${printExpression(bare)} rests on no figure of the data`,
    fix: "name a series, such as at(mfh.holdings.japan, 2025-12); a figure that is not ours is <Quoted> or <Exempt>",
  };
}

/** Whether a period printed beside an amount is none that the expression is about ("$742.5 billion in 2019"). */
export function findPeriodMismatch(
  text: string,
  tree: Expression,
  { cells }: Evaluation,
): Trouble | null {
  const { periods, isComplete } = literalPeriods(tree);
  const known = isComplete ? periods : [...periods, ...cells.map((cell) => cell.period)];
  if (known.length === 0) return null;
  const strange = findFigures(text).find(
    (figure) => figure.type === "period" && known.every((period) => !liesIn(period, figure.period)),
  );
  if (!strange) return null;
  const named = [...new Set(known)].slice(0, 6).join(", ");
  return {
    kind: "period-mismatch",
    message: `"${text}" speaks of ${text.slice(strange.start, strange.end)}, the expression of ${named}`,
    fix: "correct the period in the words or in the expression",
  };
}

/** What is about other periods than those it names. */
const reachesFurther: readonly Expression["kind"][] = [
  "latest",
  "first",
  "record",
  "recordRank",
  "run",
];

/** The periods written in an expression. Incomplete when one is computed, such as `latest(…)`. */
function literalPeriods(tree: Expression): { periods: Period[]; isComplete: boolean } {
  const periods: Period[] = [];
  let isComplete = true;
  for (const node of nodesOf(tree)) {
    if (reachesFurther.includes(node.kind)) isComplete = false;
    const literal = literalPeriod(node);
    if (literal !== null) periods.push(literal);
    const first = node.kind === "count" ? literalPeriod(node.range.from) : null;
    // The first period that is counted rose or fell since the one before: "every year since 2019".
    if (first !== null) periods.push(shiftPeriod(first, -1));
    const isStep = node.kind === "change" || node.kind === "contribution";
    if (isStep && node.earlier === null && node.range.to === null) {
      const from = literalPeriod(node.range.from);
      // A change against the period before is about both.
      if (from !== null) periods.push(shiftPeriod(from, -1));
    }
  }
  return { periods, isComplete };
}

function liesIn(inner: Period, outer: Period): boolean {
  const [part, whole] = [monthsOf(inner), monthsOf(outer)];
  return part.first >= whole.first && part.last <= whole.last;
}

function isComparison(node: Expression): node is BinaryNode {
  return node.kind === "binary" && /^(?:!=|[<>]=?|=)$/.test(node.operator);
}

function namesSeries(tree: Expression): boolean {
  return [...nodesOf(tree)].some((node) => partsOf(node).keys.length > 0);
}
