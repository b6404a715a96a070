import { unturned, withoutVintage } from "#lib/expressions/bare";
import { expandPeriod } from "#lib/expressions/range";
import { printExpression } from "#lib/expressions/print";
import { leavesOf } from "#lib/expressions/series-node";
import {
  literalPeriod,
  nodesOf,
  partsOf,
  type CountNode,
  type Expression,
} from "#lib/expressions/tree";
import type { Frequency } from "#lib/series/frequency";
import { frequencyOf, periodsBetween, shiftPeriod } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import { askAlike, asksLater } from "./same-question.ts";
import { fixOfShape, needWords } from "./fix-of-shape.ts";
import { countsSales } from "./flow-sign.ts";
import { findGrossTrouble } from "./gross-side.ts";
import type { Extreme, Need, Saying } from "./saying.ts";
import type { Trouble } from "./read-sayings.ts";
import { isWrittenMean } from "./written-mean.ts";

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
  const trouble =
    findFreeNumber(tree) ??
    findPointsTrouble(saying, tree) ??
    findPartTrouble(saying, tree) ??
    findGrossTrouble(saying, tree, seriesOf);
  if (trouble !== null || needs === null) return trouble;
  const fits =
    fitsNeed(needs, tree, seriesOf) &&
    fitsExtreme(extreme, tree) &&
    fitsCondition(saying, tree, seriesOf) &&
    fitsEvery(saying, tree, seriesOf);
  const ratio = saying.accepts.type === "values" && saying.accepts.dimension === "any";
  if (fits && ratio && isQuotient(tree)) {
    return {
      kind: "wrong-shape",
      message: `"${text}" says which of two is more, and a quotient is above 0 either way`,
      fix: "use A - B in the place of A / B",
    };
  }
  if (!fits) {
    return {
      kind: "wrong-shape",
      message: `"${text}" is said of ${needWords[needs]}, and the expression is none`,
      fix: fixOfShape(saying, needs, tree, isChange(withoutVintage(tree), seriesOf)),
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

/** A number that somebody made up would make any figure of another: only what a source printed stands beside data. */
function findFreeNumber(tree: Expression): Trouble | null {
  const arithmetic = [...nodesOf(tree)].filter(
    (node) => node.kind === "binary" && /^[-+*/]$/.test(node.operator),
  );
  const free = arithmetic.find(
    (node) =>
      node.kind === "binary" && [node.left, node.right].some(isFreeNumber) && !isWrittenMean(node),
  );
  if (!free) return null;
  const isMean = free.kind === "binary" && free.operator === "/" && free.left.kind === "aggregate";
  return {
    kind: "free-number",
    message: `${printExpression(free)} reckons with a number that is no data`,
    fix: isMean
      ? "use mean(KEY, RANGE) for an average"
      : "let the expression combine series only; what the words change of it (twice, half, a sign) they say themselves",
  };
}

function isFreeNumber(node: Expression): boolean {
  return node.kind === "number" && node.dimension !== "USD";
}

/** A difference of two percentages is in percentage points, and nothing else is. */
function findPointsTrouble({ text, printed, sense }: Saying, tree: Expression): Trouble | null {
  const node = unturned(withoutVintage(tree));
  const ofPoints =
    node.kind === "contribution" || (node.kind === "binary" && node.operator === "-");
  if (sense === "ratio" && printed === null && ofPoints) {
    return {
      kind: "unit-mismatch",
      message: `"${text}" is a part of a whole, and the expression a difference of percentages`,
      fix: "write percentage points, or use share(PART, WHOLE, PERIOD)",
    };
  }
  if (printed?.dimension !== "percent") return null;
  const inPoints = printed.isPoints;
  if (inPoints === ofPoints) return null;
  return {
    kind: "unit-mismatch",
    message: inPoints
      ? `"${text}" is in percentage points, and the expression is a percentage`
      : `"${text}" is a percentage, and the expression a difference of percentages`,
    fix: inPoints ? "write percent" : "write percentage points",
  };
}

/** "Held the most stocks" is a place; "most" alone is a part of a whole. */
function findPartTrouble({ text, sense }: Saying, tree: Expression): Trouble | null {
  const { kind } = withoutVintage(tree);
  if (sense !== "ratio" || (kind !== "rank" && kind !== "recordRank")) return null;
  return {
    kind: "wrong-shape",
    message: `"${text}" is a part of a whole, and the expression a place`,
    fix: 'take the article into the mark ("the most", "the largest"), or use share(PART, WHOLE, PERIOD)',
  };
}

function isQuotient(tree: Expression): boolean {
  const node = unturned(withoutVintage(tree));
  return node.kind === "binary" && node.operator === "/";
}

/** "Rose for four months running" is a count of rises; of a series that is a change by itself, of positive values. */
function fitsCondition({ condition }: Saying, tree: Expression, seriesOf: SeriesOf): boolean {
  const node = withoutVintage(tree);
  if (condition === null || (node.kind !== "run" && node.kind !== "count")) return true;
  if (node.condition === condition) return true;
  const isOfChanges = leavesOf(node.key).every(({ key }) => seriesOf(key)?.measure === "change");
  const ofValues = { rising: "positive", falling: "negative", positive: "", negative: "" };
  return isOfChanges && node.condition === ofValues[condition];
}

/** "Every year since 2019" is a count of years from 2020 on, or of years in a row. */
function fitsEvery({ accepts }: Saying, tree: Expression, seriesOf: SeriesOf): boolean {
  const node = withoutVintage(tree);
  if (accepts.type !== "every") return true;
  if (node.kind !== "run" && node.kind !== "count") return false;
  if (frequencyIn(node.key, seriesOf) !== frequencyOf(accepts.since)) return false;
  return node.kind === "run" || literalPeriod(node.range.from) === shiftPeriod(accepts.since, 1);
}

function frequencyIn(key: CountNode["key"], seriesOf: SeriesOf): Frequency | undefined {
  if (key.kind === "periodic") return key.name === "yearly" ? "annual" : "quarterly";
  const [leaf] = leavesOf(key);
  return leaf && seriesOf(leaf.key)?.frequency;
}

function fitsNeed(need: Need, tree: Expression, seriesOf: SeriesOf): boolean {
  const node = withoutVintage(tree);
  switch (need) {
    case "change":
      return isChange(node, seriesOf);
    case "difference":
      return isChange(node, seriesOf) || isDifference(node);
    case "flow":
      return isFlow(node, seriesOf);
    case "rank":
      return node.kind === "rank";
    case "record":
      return node.kind === "record" || node.kind === "recordRank";
    case "count":
      return node.kind === "count" || node.kind === "run";
    case "run":
      return node.kind === "run";
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
export function isChange(node: Expression, seriesOf: SeriesOf): boolean {
  switch (node.kind) {
    case "change":
    case "contribution":
    case "growth":
      return true;
    // Some lines of the press release are changes by themselves.
    case "at":
      return leavesOf(node.key).every(({ key }) => seriesOf(key)?.measure === "change");
    case "aggregate":
      return (
        node.name === "sum" &&
        leavesOf(node.key).every(({ key }) => seriesOf(key)?.measure === "change")
      );
    case "asOf":
      return isChange(node.operand, seriesOf);
    case "binary": {
      if (node.operator === "+")
        return isChange(node.left, seriesOf) && isChange(node.right, seriesOf);
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

/**
 * Whether an expression is of flows alone, added up, with the sign of purchases: its own, or turned where a positive value
 * means sales.
 */
export function isFlow(tree: Expression, seriesOf: SeriesOf): boolean {
  const nodes = [...nodesOf(tree)];
  const leaves = nodes.flatMap((node) => partsOf(node).series.flatMap(leavesOf));
  const series = leaves.map(({ key }) => seriesOf(key));
  const sales = series.filter((one) => one !== undefined && countsSales(one)).length;
  if (sales > 0 && sales < series.length) return false;
  const turns = nodes.filter(({ kind }) => kind === "negate").length;
  if (turns !== (sales > 0 ? 1 : 0) || (turns === 1 && tree.kind !== "negate")) return false;
  // The mean of a year has the sign of its sum and another meaning; the largest month may have been bought in a year of sales.
  const isOther = (node: Expression) =>
    /^(?:abs|count|run|rank|record|recordRank|distance|share|growth)$/.test(node.kind) ||
    (node.kind === "aggregate" && node.name !== "sum");
  return !nodes.some(isOther) && series.length > 0 && series.every((one) => one?.kind === "flow");
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
