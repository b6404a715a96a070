import { relationWords } from "#lib/expressions/binary-words";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { printExpression } from "#lib/expressions/print";
import type { BinaryNode, Expression } from "#lib/expressions/tree";
import type { Value } from "#lib/expressions/value";
import { describeInWords } from "#lib/expressions/words";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { describeValue } from "./judgement.ts";

/** One side of a comparison: as written, in words, and what it comes to. */
export interface ComparedSide {
  readonly expression: string;
  /** null for a figure that was written out: its value says it all. */
  readonly words: string | null;
  readonly value: string;
}

/** One of the comparisons that a statement rests on, all of which must be true. */
export interface Condition {
  readonly left: ComparedSide;
  /** "is more than" */
  readonly relation: string;
  readonly right: ComparedSide;
}

/**
 * The comparisons of a statement joined by `and`, with the values compared, so that a reader can see for himself. Empty
 * for other statements, and where a side cannot be computed.
 */
export async function conditionsOf(
  tree: Expression,
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<readonly Condition[]> {
  const comparisons = comparisonsIn(tree);
  const conditions = await Promise.all(
    (comparisons ?? []).map((comparison) => describeComparison(comparison, reader, asOf)),
  );
  return conditions.filter((condition) => condition !== null);
}

function comparisonsIn(tree: Expression): BinaryNode[] | null {
  if (tree.kind !== "binary" || tree.operator === "or") return null;
  if (tree.operator !== "and") return [tree];
  const [left, right] = [comparisonsIn(tree.left), comparisonsIn(tree.right)];
  return left && right && [...left, ...right];
}

async function describeComparison(
  { operator, left, right }: BinaryNode,
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<Condition | null> {
  const values = await Promise.all(
    [left, right].map(async (side): Promise<Value | null> => {
      if (side.kind === "none") return { type: "period", period: null };
      const result = await evaluateExpression(side, reader, asOf);
      return result.ok ? result.evaluation.value : null;
    }),
  );
  const [first, second] = values;
  if (!first || !second) return null;
  const ofPeriods = first.type === "period" || second.type === "period";
  return {
    left: await describeSide(left, first, reader),
    relation: relationWords(operator, ofPeriods),
    right: await describeSide(right, second, reader),
  };
}

async function describeSide(
  side: Expression,
  value: Value,
  reader: SeriesReader,
): Promise<ComparedSide> {
  const isWritten = side.kind === "number" || side.kind === "period" || side.kind === "none";
  return {
    expression: printExpression(side),
    words: isWritten ? null : await describeInWords(side, reader),
    value: describeValue(value),
  };
}
