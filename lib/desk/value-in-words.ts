import { ordinalInWords } from "#lib/claims/number-words";
import { describeValue } from "#lib/claims/judgement";
import type { Saying } from "#lib/claims/saying";
import type { Value } from "#lib/expressions/value";
import type { Decimal } from "#lib/series/decimal";
import { formatAmount, type AmountStyle, type Dimension } from "#lib/series/format";

/** A value for readers: rounded as the words beside it print theirs, a place as "fourth place". */
export function valueInWords(saying: Saying | null, value: Value): string {
  if (value.type !== "quantity") return describeValue(value);
  const { amount, dimension } = value;
  const isPlace = saying?.sense === "rank" || saying?.sense === "record";
  if (isPlace && amount.isInteger()) return `${ordinalInWords(amount.toNumber())} place`;
  const written = formatAmount(amount, dimension, styleOf(saying, amount, dimension));
  const isPoints = saying?.printed?.isPoints ?? false;
  return isPoints ? written.replace(/ percent$/u, " percentage points") : written;
}

function styleOf(saying: Saying | null, amount: Decimal, dimension: Dimension): AmountStyle {
  const printed = saying?.printed ?? null;
  if (printed !== null && printed.dimension === dimension) {
    const digits = printed.power < 0 ? printed.decimals - printed.power : printed.decimals;
    return { decimals: digits, power: Math.max(printed.power, 0) };
  }
  if (dimension === "USD") return { decimals: amount.abs().gte("1e12") ? 2 : 1 };
  if (dimension === "number" && amount.isInteger()) return {};
  return { decimals: dimension === "percent" ? 1 : 2 };
}
