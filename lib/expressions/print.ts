import { multiplierName } from "#lib/series/unit";
import { comparisonPrecedence, precedence } from "./precedence.ts";
import type { FunctionName } from "./functions.ts";
import { printSeries } from "./series-node.ts";
import type { Expression, NumberNode, RangeNode, RankEnd } from "./tree.ts";

/** The canonical text of a tree: parsing it gives the same tree, places aside. */
export function printExpression(tree: Expression): string {
  switch (tree.kind) {
    case "number":
      return printNumber(tree);
    case "period":
      return tree.period;
    case "none":
      return "none";
    case "binary": {
      const level = precedence[tree.operator];
      // Equal levels group from the left, and comparisons not at all.
      const left = printOperand(tree.left, level === comparisonPrecedence ? level + 1 : level);
      return `${left} ${tree.operator} ${printOperand(tree.right, level + 1)}`;
    }
    case "negate":
      return `-${printOperand(tree.operand, Infinity)}`;
    case "at":
      return call("at", printSeries(tree.key), printExpression(tree.period));
    case "rank":
      return call(
        "rank",
        printSeries(tree.key),
        printExpression(tree.period),
        tree.peers && printSeries(tree.peers),
        printEnd(tree.from),
      );
    case "recordRank":
      return call(
        "record_rank",
        printSeries(tree.key),
        printExpression(tree.period),
        printEnd(tree.from),
      );
    case "record":
      return call(tree.name, printSeries(tree.key), printExpression(tree.period));
    case "aggregate":
      return call(tree.name, printSeries(tree.key), printRange(tree.range));
    case "change":
      return call(
        tree.name,
        printSeries(tree.key),
        printRange(tree.range),
        tree.earlier && printRange(tree.earlier),
      );
    case "growth":
      return call(
        "compound_growth",
        printSeries(tree.key),
        printExpression(tree.period),
        printExpression(tree.earlier),
      );
    case "distance":
      return call(
        "mean_distance",
        printSeries(tree.key),
        printSeries(tree.other),
        printRange(tree.range),
      );
    case "share":
      return call("share", printSeries(tree.part), printSeries(tree.whole), printRange(tree.range));
    case "contribution":
      return call(
        "contribution",
        printSeries(tree.part),
        printSeries(tree.whole),
        printRange(tree.range),
        tree.earlier && printRange(tree.earlier),
      );
    case "run":
      return call("run", tree.condition, printSeries(tree.key), printExpression(tree.period));
    case "count":
      return call("count", tree.condition, printSeries(tree.key), printRange(tree.range));
    case "latest":
    case "first":
      return call(tree.kind, printSeries(tree.key));
    case "abs":
      return call("abs", printExpression(tree.operand));
    case "asOf":
      return call("asOf", printExpression(tree.operand), tree.date);
  }
}

/** A call; arguments that are null are left out. */
function call(name: FunctionName, ...args: readonly (string | null)[]): string {
  return `${name}(${args.filter((argument) => argument !== null).join(", ")})`;
}

/** Places are counted from the highest when nothing is said. */
function printEnd(from: RankEnd): string | null {
  return from === "lowest" ? from : null;
}

function printNumber({ digits, dimension, power }: NumberNode): string {
  switch (dimension) {
    case "USD":
      return power === 0 ? `$${digits}` : `$${digits} ${multiplierName[power]}`;
    case "percent":
      return `${digits}%`;
    case "number":
      return digits;
  }
}

function printRange({ from, to }: RangeNode): string {
  return to === null ? printExpression(from) : `${printExpression(from)}..${printExpression(to)}`;
}

function printOperand(node: Expression, least: number): string {
  const text = printExpression(node);
  return node.kind === "binary" && precedence[node.operator] < least ? `(${text})` : text;
}
