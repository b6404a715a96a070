import { Decimal } from "#lib/series/decimal";
import { formatAmount } from "#lib/series/format";
import type { Cell } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";

/** The unit of a table of amounts: millions where billions to one decimal would say too little. */
export type AmountUnit = "million" | "billion";

const powers = { million: 6, billion: 9 } as const;
/** From ten billion dollars on, a tenth of a billion is a hundredth of the figure or less. */
const shownInBillions = "1e10";

/** Whole dollars by period, exact; a missing observation is left out. */
export function dollarsByPeriod(
  cells: readonly Cell[],
  { multiplier }: Pick<Series, "multiplier">,
): ReadonlyMap<Period, Decimal> {
  const factor = Decimal.pow(10, multiplier);
  return new Map(
    cells.flatMap(({ period, value }) =>
      value === null ? [] : [[period, new Decimal(value).times(factor)] as const],
    ),
  );
}

/** The unit that fits the largest of some amounts in whole dollars. */
export function unitFor(amounts: readonly (Decimal | null)[]): AmountUnit {
  return amounts.some((amount) => amount?.abs().gte(shownInBillions)) ? "billion" : "million";
}

/** Whole dollars in a table's unit: billions to one decimal, millions to none. Null stays null. */
export function printAmount(amount: Decimal | null, unit: AmountUnit): string | null {
  if (amount === null) return null;
  return formatAmount(amount.div(Decimal.pow(10, powers[unit])), "number", {
    decimals: unit === "billion" ? 1 : 0,
  });
}

/** "$1.19 trillion", "$866.0 billion", "$74 million": for a sentence. */
export function sayDollars(amount: Decimal): string {
  const size = amount.abs();
  const [power, decimals] = size.gte("1e12") ? [12, 2] : size.gte("1e9") ? [9, 1] : [6, 0];
  return formatAmount(amount, "USD", { power, decimals });
}
