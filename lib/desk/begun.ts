import type { CheckedClaim } from "#lib/articles/check-claim";
import { literalPeriod, partsOf, type Expression } from "#lib/expressions/tree";
import { monthsOf } from "#lib/series/period";

/** Nodes whose operands are values: a 2008 there is a number, and no year. */
const ofValues = new Set(["binary", "negate", "abs"]);

/**
 * The month from which every period that a claim names has begun; empty when it names none. Before that no vintage can answer it,
 * and need not be asked: a press release has hundreds of older ones. What an expression asks of a vintage that it names is
 * answered by that one.
 */
export function begunFrom({
  parts,
}: {
  readonly parts: readonly Pick<CheckedClaim["parts"][number], "tree">[];
}): string {
  const months = parts.flatMap(({ tree }) => beginningsIn(tree));
  return months.sort().at(-1) ?? "";
}

function beginningsIn(node: Expression): string[] {
  if (node.kind === "asOf") return [];
  const { within } = partsOf(node);
  const own = ofValues.has(node.kind) ? [] : within.flatMap((one) => literalPeriod(one) ?? []);
  return [...own.map((period) => monthsOf(period).first), ...within.flatMap(beginningsIn)];
}
