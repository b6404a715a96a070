import type { Cell, VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { loadCatalogue } from "./catalogue.ts";
import { checkAgainst } from "./check.ts";
import { comparePeriodOperands } from "./compare-periods.ts";
import {
  evaluateChange,
  evaluateContribution,
  evaluateGrowth,
  evaluateShare,
} from "./evaluate-change.ts";
import { evaluateCount, evaluateRun } from "./evaluate-run.ts";
import { evaluateAggregate, evaluateAt, evaluateDistance } from "./evaluate-range.ts";
import {
  evaluateOutermost,
  evaluateRank,
  evaluateRecord,
  evaluateRecordRank,
} from "./evaluate-record.ts";
import * as exact from "./fraction.ts";
import { nameNewest } from "./newest-value.ts";
import { period, quantity, toValue, truth, type Operand, type QuantityOperand } from "./operand.ts";
import { parseExpression } from "./parse.ts";
import { failure, success, type Failure, type Outcome } from "./problem.ts";
import type { Context } from "./readings.ts";
import { blameDefinitions, type Definitions } from "./scope.ts";
import { quoteNode, unitOf } from "./static-type.ts";
import {
  literalPeriod,
  type ArithmeticOperator,
  type BinaryNode,
  type ComparisonOperator,
  type Expression,
} from "./tree.ts";
import type { Evaluation } from "./value.ts";

export type EvaluationResult = { readonly ok: true; readonly evaluation: Evaluation } | Failure;

/**
 * The value of a tree as known on a day, and the cells it rests on. Checks the tree first. Amounts are in base units
 * (whole dollars), computed exactly; only a quotient that does not end is cut, at 60 digits, in the result. A missing
 * observation and a division by zero are problems.
 */
export async function evaluateExpression(
  tree: Expression,
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<EvaluationResult> {
  const catalogue = await loadCatalogue(tree, reader);
  const checked = await checkAgainst(tree, catalogue, reader);
  if (!checked.ok) return checked;
  const cells: Cell[] = [];
  const outcome = await evaluateNode(tree, { reader, catalogue, asOf, cells });
  if (!outcome.ok) return outcome;
  return { ok: true, evaluation: { value: toValue(outcome.value), cells: withoutRepeats(cells) } };
}

/** Reads, checks and evaluates a text; every problem has its place in the text. */
export async function evaluateText(
  text: string,
  reader: SeriesReader,
  asOf: VintageDate,
  definitions?: Definitions,
): Promise<EvaluationResult> {
  const parsed = parseExpression(text, definitions);
  if (!parsed.ok) return { ok: false, problems: await nameNewest(parsed.problems, reader, asOf) };
  const result = await evaluateExpression(parsed.tree, reader, asOf);
  return result.ok
    ? result
    : { ok: false, problems: blameDefinitions(result.problems, parsed.uses) };
}

/** How an evaluation asks for the value of a node within. */
export type EvaluateNode = (node: Expression, context: Context) => Promise<Outcome<Operand>>;

async function evaluateNode(node: Expression, context: Context): Promise<Outcome<Operand>> {
  switch (node.kind) {
    case "number":
      return success(quantity(exact.fractionFrom(node.digits, node.power), node.dimension));
    case "period":
      return success(period(node.period));
    case "none":
      return success(period(null));
    case "binary":
      return evaluateBinary(node, context);
    case "negate":
      return mapAmount(await evaluateNode(node.operand, context), exact.negate);
    case "abs":
      return mapAmount(await evaluateNode(node.operand, context), exact.absolute);
    case "asOf":
      return evaluateNode(node.operand, { ...context, asOf: node.date });
    case "at":
      return evaluateAt(node, context, evaluateNode);
    case "aggregate":
      return evaluateAggregate(node, context, evaluateNode);
    case "change":
      return evaluateChange(node, context, evaluateNode);
    case "growth":
      return evaluateGrowth(node, context, evaluateNode);
    case "distance":
      return evaluateDistance(node, context, evaluateNode);
    case "share":
      return evaluateShare(node, context, evaluateNode);
    case "contribution":
      return evaluateContribution(node, context, evaluateNode);
    case "rank":
      return evaluateRank(node, context, evaluateNode);
    case "record":
      return evaluateRecord(node, context, evaluateNode);
    case "recordRank":
      return evaluateRecordRank(node, context, evaluateNode);
    case "run":
      return evaluateRun(node, context, evaluateNode);
    case "count":
      return evaluateCount(node, context, evaluateNode);
    case "latest":
    case "first":
      return evaluateOutermost(node, context);
  }
}

/** Both sides are always evaluated: a statement rests on all its cells, and all problems are told. */
async function evaluateBinary(node: BinaryNode, context: Context): Promise<Outcome<Operand>> {
  const left = await evaluateNode(node.left, context);
  const right = await evaluateNode(node.right, context);
  if (!left.ok || !right.ok) {
    return { ok: false, problems: [left, right].flatMap((side) => (side.ok ? [] : side.problems)) };
  }
  const { operator } = node;
  switch (operator) {
    case "and":
    case "or": {
      const [first, second] = [requireTruth(left.value), requireTruth(right.value)];
      return success(truth(operator === "and" ? first && second : first || second));
    }
    case "+":
    case "-":
    case "*":
    case "/":
      return evaluateArithmetic(
        node,
        operator,
        requireQuantity(left.value),
        requireQuantity(right.value),
      );
    default:
      return evaluateComparison(node, operator, left.value, right.value);
  }
}

function evaluateArithmetic(
  node: BinaryNode,
  operator: ArithmeticOperator,
  left: QuantityOperand,
  right: QuantityOperand,
): Outcome<Operand> {
  const unit = unitOf(operator, left.dimension, right.dimension);
  if (unit === null) throw new TypeError("An expression was evaluated that was not checked");
  if (operator === "/" && exact.signOf(right.amount) === 0) {
    return failure(
      node.right,
      "division-by-zero",
      `Division by zero: ${quoteNode(node.right)} is 0`,
    );
  }
  const compute = { "+": exact.add, "-": exact.subtract, "*": exact.multiply, "/": exact.divide }[
    operator
  ];
  return success(quantity(compute(left.amount, right.amount), unit));
}

function evaluateComparison(
  node: BinaryNode,
  operator: ComparisonOperator,
  left: Operand,
  right: Operand,
): Outcome<Operand> {
  const [first, second] = [asPeriod(node.left, left, right), asPeriod(node.right, right, left)];
  if (first.type === "period" && second.type === "period") {
    const outcome = comparePeriodOperands(operator, first, second, node);
    return outcome.ok ? success(truth(outcome.value)) : outcome;
  }
  const order = exact.compareFractions(requireQuantity(left).amount, requireQuantity(right).amount);
  const holds = {
    "=": order === 0,
    "!=": order !== 0,
    "<": order < 0,
    "<=": order <= 0,
    ">": order > 0,
    ">=": order >= 0,
  };
  return success(truth(holds[operator]));
}

/** A bare `2008` beside a period is a year. */
function asPeriod(node: Expression, own: Operand, other: Operand): Operand {
  const literal = other.type === "period" ? literalPeriod(node) : null;
  return literal === null ? own : period(literal);
}

function mapAmount(
  outcome: Outcome<Operand>,
  map: (amount: exact.Fraction) => exact.Fraction,
): Outcome<Operand> {
  if (!outcome.ok) return outcome;
  const { amount, dimension } = requireQuantity(outcome.value);
  return success(quantity(map(amount), dimension));
}

function requireQuantity(operand: Operand): QuantityOperand {
  if (operand.type !== "quantity")
    throw new TypeError("An expression was evaluated that was not checked");
  return operand;
}

function requireTruth(operand: Operand): boolean {
  if (operand.type !== "truth")
    throw new TypeError("An expression was evaluated that was not checked");
  return operand.truth;
}

function withoutRepeats(cells: readonly Cell[]): Cell[] {
  return [
    ...new Map(
      cells.map((cell) => [`${cell.key} ${cell.period} ${cell.knownFrom}`, cell]),
    ).values(),
  ];
}
