import { unturned, withoutVintage } from "#lib/expressions/bare";
import { expandPeriod } from "#lib/expressions/range";
import { leavesOf } from "#lib/expressions/series-node";
import {
  literalPeriod,
  nodesOf,
  partsOf,
  type CountNode,
  type Expression,
} from "#lib/expressions/tree";
import { periodsBetween } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import { askAlike, asksLater } from "./same-question.ts";
import type { Extreme, Need, Saying } from "./saying.ts";
import type { Trouble } from "./read-sayings.ts";

/** The series of a key that is known to exist. */
export type SeriesOf = (key: string) => Series | undefined;

/**
 * Whether an expression is of the shape that words need: "rose" is said of a change in time, from the earlier to the later,
 * "sold" of a flow, "third-largest" of a rank from that end. Without this, `sum(K, 2024) - sum(K, 2025)` would bear out any
 * rise. Problem: `wrong-shape`.
 */
export function findShapeTrouble(
  saying: Saying,
  tree: Expression,
  seriesOf: SeriesOf,
): Trouble | null {
  const { needs, text, extreme, outOf } = saying;
  const points = findPointsTrouble(saying, tree);
  if (points !== null || needs === null) return points;
  const fits = fitsNeed(needs, tree, seriesOf) && fitsExtreme(extreme, tree);
  if (!fits) {
    return {
      kind: "wrong-shape",
      message: `"${text}" is said of ${needWords[needs]}, and the expression is none`,
      fix: needFixes[needs],
    };
  }
  const node = withoutVintage(tree);
  const length = node.kind === "count" ? lengthOf(node, seriesOf) : null;
  if (outOf === null || length === null || length === outOf) return null;
  return {
    kind: "wrong-shape",
    message: `"${text}" counts ${outOf} periods, the expression ${length}`,
    fix: "correct the words or the range",
  };
}

/** A difference of two percentages is in percentage points, and nothing else is. */
function findPointsTrouble({ text, printed }: Saying, tree: Expression): Trouble | null {
  if (printed?.dimension !== "percent") return null;
  const inPoints = printed.isPoints;
  const node = unturned(withoutVintage(tree));
  const ofPoints =
    node.kind === "contribution" || (node.kind === "binary" && node.operator === "-");
  if (inPoints === ofPoints) return null;
  return {
    kind: "unit-mismatch",
    message: inPoints
      ? `"${text}" is in percentage points, and the expression is a percentage`
      : `"${text}" is a percentage, and the expression a difference of percentages`,
    fix: inPoints ? "write percent" : "write percentage points",
  };
}

const needWords: Readonly<Record<Need, string>> = {
  change: "a change in time, from the earlier to the later",
  difference: "a difference or a quotient of two things",
  flow: "a flow, such as net purchases, with its own sign",
  rank: "a rank, counted from the same end",
  record: "a record, of the same kind",
  count: "a count of periods",
};

const needFixes: Readonly<Record<Need, string>> = {
  change:
    "use change(KEY, PERIOD, EARLIER), or the later minus the earlier; the words say the direction, so no minus stands before it",
  difference: "use A - B or A / B",
  flow: "name a series of net purchases; the words say the side, so no minus stands before it",
  rank: "use rank(KEY, PERIOD), or rank(KEY, PERIOD, lowest) for the smallest",
  record: "use highest_since(KEY, PERIOD), lowest_since(KEY, PERIOD) or record_rank(KEY, PERIOD)",
  count: "use run(CONDITION, KEY, PERIOD) or count(CONDITION, KEY, RANGE)",
};

function fitsNeed(need: Need, tree: Expression, seriesOf: SeriesOf): boolean {
  const node = withoutVintage(tree);
  switch (need) {
    case "change":
      return isChange(node);
    case "difference":
      return isChange(node) || isDifference(node);
    case "flow":
      return isFlow(node, seriesOf);
    case "rank":
      return node.kind === "rank";
    case "record":
      return node.kind === "record" || node.kind === "recordRank";
    case "count":
      return node.kind === "count" || node.kind === "run";
  }
}

/** Whether the end that the words count from is that of the expression. */
function fitsExtreme(extreme: Extreme | null, tree: Expression): boolean {
  const node = withoutVintage(tree);
  if (extreme === null) return true;
  if (node.kind === "record")
    return node.name === (extreme === "lowest" ? "lowest_since" : "highest_since");
  if (node.kind === "rank" || node.kind === "recordRank") return node.from === extreme;
  return true;
}

/** Whether an expression is a change in time, from the earlier to the later. */
export function isChange(node: Expression): boolean {
  switch (node.kind) {
    case "change":
    case "contribution":
    case "growth":
      return true;
    case "asOf":
      return isChange(node.operand);
    case "binary": {
      if (node.operator === "+") return isChange(node.left) && isChange(node.right);
      if (node.operator !== "-" && node.operator !== "/") return false;
      // A figure written out is what a source printed before.
      return node.right.kind === "number" || asksLater(node.left, node.right);
    }
    default:
      return false;
  }
}

/** Of two things of one sort, or of one and a figure that a source printed. A quotient may turn a sign to be above 0. */
function isDifference(node: Expression): boolean {
  if (node.kind !== "binary") return false;
  const { operator, left, right } = node;
  if (operator === "-") return right.kind === "number" || askAlike(left, right);
  return operator === "/" && (right.kind === "number" || askAlike(unturned(left), unturned(right)));
}

/** Whether an expression is of flows alone, added up, with their own sign. */
export function isFlow(tree: Expression, seriesOf: SeriesOf): boolean {
  const nodes = [...nodesOf(tree)];
  if (nodes.some(({ kind }) => kind === "negate" || kind === "abs")) return false;
  // The mean of a year has the sign of its sum and another meaning; the largest month may have been bought in a year of sales.
  if (nodes.some((node) => node.kind === "aggregate" && node.name !== "sum")) return false;
  const keys = nodes.flatMap((node) => partsOf(node).series.flatMap(leavesOf));
  return keys.length > 0 && keys.every(({ key }) => seriesOf(key)?.kind === "flow");
}

/** How many periods a count looks at; null when its range is computed. */
function lengthOf({ key, range }: CountNode, seriesOf: SeriesOf): number | null {
  const [leaf] = leavesOf(key);
  const series = leaf && seriesOf(leaf.key);
  const from = literalPeriod(range.from);
  const to = range.to === null ? from : literalPeriod(range.to);
  if (!series || !from || !to || key.kind === "periodic") return null;
  const [first, last] = [expandPeriod(from, series.frequency), expandPeriod(to, series.frequency)];
  return first && last ? periodsBetween(first.from, last.to).length : null;
}
