import type { Decimal } from "#lib/series/decimal";
import { formatAmount, type Dimension } from "#lib/series/format";

/** Billions to one decimal, as the Treasury prints them; trillions to two. */
export function headlineAmount(amount: Decimal, dimension: Dimension): string {
  const trillions = amount.abs().gte("1e12");
  return formatAmount(
    amount,
    dimension,
    trillions ? { decimals: 2, power: 12 } : { decimals: 1, power: 9 },
  );
}
