import type { Value } from "#lib/expressions/value";

/** Whether two readings of a claim have the same value; what has none is the same as what has none. */
export function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  switch (one?.type) {
    case undefined:
      return other === undefined;
    case "quantity":
      return other?.type === "quantity" && one.amount.eq(other.amount);
    case "period":
      return other?.type === "period" && one.period === other.period;
    case "truth":
      return other?.type === "truth" && one.truth === other.truth;
  }
}
