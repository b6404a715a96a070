// What words stand for: `{ range }`, `{ period }` (its months, or null for none on record) or `{ truth }`.
import { fraction } from "./numbers.mjs";
import { isWithin, months, showMonths } from "./periods.mjs";
import { contains, isSameRange, showRange } from "./ranges.mjs";

/** What `accepts` of claims.json says. */
export function acceptedFrom({ type, low, high, from, to, ...ends }) {
  const bound = (text) => (text === null ? null : fraction(text));
  switch (type) {
    case "values":
      return { range: { ...ends, low: bound(low), high: bound(high) } };
    case "period":
      return { period: { first: months(from).first, last: months(to).last } };
    case "no-period":
      return { period: null };
    case "truth":
      return { truth: true };
    default:
      throw new Error(`"accepts" is of no known type: "${type}"`);
  }
}

export function isBorneOut({ range, period, truth }, found) {
  if (truth) return found === true;
  if (range) return found.top !== undefined && contains(range, found);
  if (period === null) return found.period === null;
  return typeof found.period === "string" && isWithin(months(found.period), period);
}

export function isSameAccepted(one, other) {
  if (one.range && other.range) return isSameRange(one.range, other.range);
  if (one.period && other.period)
    return isWithin(one.period, other.period) && isWithin(other.period, one.period);
  return one.period === null && other.period === null;
}

export function showAccepted({ range, period, truth }) {
  if (truth) return "what is true";
  if (range) return showRange(range);
  return period === null ? "no earlier period on record" : showMonths(period);
}
