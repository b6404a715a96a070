import { describeValue } from "#lib/claims/judgement";
import type { Candidate } from "./candidate.ts";
import type { Proposal } from "./found-figure.ts";

/**
 * What a reading comes to, in words that say its sign as prose does: "net sales of $110.1 billion" where a minus would leave
 * the reader to find out what is below 0.
 */
export function toldOf(
  { series, form, expression }: Pick<Candidate, "series" | "form" | "expression">,
  { evaluation: { value }, computed }: Pick<Proposal, "evaluation" | "computed">,
): string {
  if (value.type !== "quantity" || value.dimension !== "USD" || value.amount.isZero()) {
    return computed;
  }
  const isBelow = value.amount.isNegative() !== expression.startsWith("-");
  const size = describeValue({ ...value, amount: value.amount.abs() });
  if (form === "change" || series.measure === "change") {
    return `${isBelow ? "a fall" : "a rise"} of ${size}`;
  }
  if (series.measure !== "net" || form !== "level") return computed;
  return `net ${isBelow === series.countsSales ? "purchases" : "sales"} of ${size}`;
}
