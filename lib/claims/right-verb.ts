import type { Expression } from "#lib/expressions/tree";
import type { Value } from "#lib/expressions/value";
import { withoutVintage } from "#lib/expressions/bare";
import { printExpression } from "#lib/expressions/print";
import { formatAmount } from "#lib/series/format";
import { isChange, isFlow, type SeriesOf } from "./claim-shape.ts";
import type { Saying } from "./saying.ts";

/**
 * The verb with the amount, for a bare amount whose sign is not that of the value: the verb beside it is at fault more often
 * than the sign is missing. "fell by $42.9 billion" of a change, "sold $42.9 billion" of a flow. null where the sign is
 * right, and of levels, which have no verb.
 */
export function rightVerb(
  { sense, printed }: Saying,
  tree: Expression,
  value: Value,
  seriesOf: SeriesOf,
): string | null {
  if (sense !== "amount" || printed === null || value.type !== "quantity") return null;
  const { amount, dimension } = value;
  if (amount.isZero() || amount.isNegative() === printed.amount.isNegative()) return null;
  const style = { decimals: printed.decimals, power: Math.max(printed.power, 0) };
  const size = formatAmount(amount.abs(), dimension, style);
  const node = withoutVintage(tree);
  if (isChange(node, seriesOf)) return `${amount.isNegative() ? "fell" : "rose"} by ${size}`;
  if (isFlow(node, seriesOf)) return `${amount.isNegative() ? "sold" : "bought"} ${size}`;
  return null;
}

/**
 * What to do about such an amount. Behind "fell by $5 billion, or" no verb can stand: the figure belongs into that mark, which
 * says its direction.
 */
export function fixOfSign(
  saying: Saying,
  tree: Expression,
  value: Value,
  seriesOf: SeriesOf,
  before: string,
): string | null {
  const verb = rightVerb(saying, tree, value, seriesOf);
  if (verb === null) return null;
  if (!/[\s,]or $/u.test(before)) return `write "${verb}"`;
  return `take it into the mark before ("fell by $5 billion, or ${saying.text}") with an expression for each, or give the expression a minus: -${printExpression(tree)}`;
}
