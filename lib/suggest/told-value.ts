import { describeValue } from "#lib/claims/judgement";
import type { Value } from "#lib/expressions/value";
import type { Candidate } from "./candidate.ts";

/**
 * What a reading comes to, in words that say its sign as prose does: "net sales of $110.1 billion" where a minus would leave
 * the reader to find out what is below 0.
 */
export function toldOf(
  { series, form, expression, terms: [first] }: Candidate,
  value: Value,
): string {
  if (value.type !== "quantity" || value.dimension !== "USD" || value.amount.isZero()) {
    return describeValue(value);
  }
  // What is net of two tables is turned by its terms: sales less purchases.
  const isTurned = form === "level" ? (first?.times ?? 1) < 0 : expression.startsWith("-");
  const isBelow = value.amount.isNegative() !== isTurned;
  const size = describeValue({ ...value, amount: value.amount.abs() });
  if (form === "change" || series.measure === "change") {
    return `${isBelow ? "a fall" : "a rise"} of ${size}`;
  }
  if (series.measure !== "net" || form !== "level") return describeValue(value);
  const isIn = isBelow === series.countsSales;
  if (series.class === "tic-flow") return `a net ${isIn ? "inflow" : "outflow"} of ${size}`;
  return `net ${isIn ? "purchases" : "sales"} of ${size}`;
}
