import type { CheckedClaim } from "#lib/articles/check-claim";
import { literalPeriod, nodesOf, partsOf } from "#lib/expressions/tree";
import { monthsOf } from "#lib/series/period";
import type { VintageDate } from "#lib/series/observation";

/** Nodes whose operands are values: a 2008 there is a number, and no year. */
const ofValues = new Set(["binary", "negate", "abs", "asOf"]);

/**
 * Whether every period that a claim names had begun by a day. Before that no vintage can answer it, and need not be asked:
 * a press release has hundreds of older ones. An expression that names a vintage of its own is let through.
 */
export function hasBegun(
  { parts }: { readonly parts: readonly Pick<CheckedClaim["parts"][number], "tree">[] },
  day: VintageDate,
): boolean {
  const nodes = parts.flatMap(({ tree }) => [...nodesOf(tree)]);
  if (nodes.some(({ kind }) => kind === "asOf")) return true;
  return nodes
    .filter(({ kind }) => !ofValues.has(kind))
    .flatMap((node) => partsOf(node).within.flatMap((one) => literalPeriod(one) ?? []))
    .every((period) => monthsOf(period).first <= day.slice(0, 7));
}
