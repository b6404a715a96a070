import { loadCatalogue } from "#lib/expressions/catalogue";
import { fractionFrom, toDecimal } from "#lib/expressions/fraction";
import type { Context } from "#lib/expressions/readings";
import { resolvePeriod } from "#lib/expressions/resolve-range";
import {
  literalPeriod,
  partsOf,
  type BinaryNode,
  type BinaryOperator,
  type Expression,
} from "#lib/expressions/tree";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { evaluatePeriod, required } from "./looked-up.ts";
import { lowerSeries, type SeriesCall } from "./lower-series.ts";
import type { PlainOperation, Step } from "./step.ts";

/**
 * An expression as steps over single cells, as known on a day. For expressions that have been evaluated: throws for one
 * that the figures do not answer.
 */
export async function lower(
  tree: Expression,
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<Step> {
  const catalogue = await loadCatalogue(tree, reader);
  return lowerNode(tree, { reader, catalogue, asOf, cells: [] });
}

async function lowerNode(node: Expression, context: Context): Promise<Step> {
  switch (node.kind) {
    case "number":
      return {
        op: "number",
        value: toDecimal(fractionFrom(node.digits, node.power)).toFixed(),
      };
    case "period":
      return { op: "period", period: node.period };
    case "none":
      return { op: "period", period: null };
    case "binary":
      return lowerBinary(node, context);
    case "negate":
      return { op: "negative", of: [await lowerNode(node.operand, context)] };
    case "abs":
      return { op: "absolute", of: [await lowerNode(node.operand, context)] };
    case "asOf":
      return lowerNode(node.operand, { ...context, asOf: node.date });
    default:
      return lowerCall(node, context);
  }
}

/** A period that a call computes for itself is worked out beside it, so that it too can be done again. */
async function lowerCall(node: SeriesCall, context: Context): Promise<Step> {
  let step = await lowerSeries(node, context);
  for (const within of partsOf(node).within) {
    if (literalPeriod(within) !== null) continue;
    const period = required(await resolvePeriod(within, context, evaluatePeriod));
    step = { op: "given", period, of: [await lowerNode(within, context), step] };
  }
  return step;
}

const plainOperators = {
  "+": "sum",
  "-": "difference",
  "*": "product",
  "/": "quotient",
  and: "and",
  or: "or",
} as const satisfies Partial<Record<BinaryOperator, PlainOperation>>;

async function lowerBinary(node: BinaryNode, context: Context): Promise<Step> {
  const [left, right] = [await lowerNode(node.left, context), await lowerNode(node.right, context)];
  switch (node.operator) {
    case "+":
    case "-":
    case "*":
    case "/":
    case "and":
    case "or":
      return { op: plainOperators[node.operator], of: [left, right] };
    default:
      return {
        op: "compare",
        relation: node.operator,
        of: [asPeriod(node.left, left, right), asPeriod(node.right, right, left)],
      };
  }
}

/** A bare `2008` beside a period is a year. */
function asPeriod(node: Expression, own: Step, other: Step): Step {
  const literal = givesPeriod(other) ? literalPeriod(node) : null;
  return literal === null ? own : { op: "period", period: literal };
}

function givesPeriod(step: Step): boolean {
  if (typeof step === "string") return false;
  switch (step.op) {
    case "period":
    case "lowest-since":
    case "highest-since":
    case "latest":
    case "first":
      return true;
    case "given":
      return step.of.slice(1).every(givesPeriod);
    default:
      return false;
  }
}
