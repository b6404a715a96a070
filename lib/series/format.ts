import type { VintageDate } from "./observation.ts";
import { frequencyOf, type Period } from "./period.ts";
import { Decimal } from "./decimal.ts";

/** What an amount counts. USD amounts are whole dollars, whatever the multiplier of the series they came from. */
export type Dimension = "USD" | "percent" | "number";

/** A real minus sign: a hyphen is shorter than a digit and breaks lines. */
export const minusSign = "\u2212";

const scales = [
  { power: 12, word: "trillion" },
  { power: 9, word: "billion" },
  { power: 6, word: "million" },
  { power: 0, word: "" },
] as const;

/** The months in order, as written in dates. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** How an amount is written out: how many decimals (all that there are when not given), and in which power of ten. */
export interface AmountStyle {
  readonly decimals?: number | undefined;
  readonly power?: number | undefined;
}

/** "$1.62 trillion", "−$208.1 billion", "4.7 percent", "2.5". Rounds half away from zero when `decimals` is given. */
export function formatAmount(
  amount: Decimal,
  dimension: Dimension,
  style: AmountStyle = {},
): string {
  const power = dimension === "USD" ? (style.power ?? naturalPower(amount)) : 0;
  const scaled = amount.div(Decimal.pow(10, power)).abs();
  const digits = groupDigits(
    style.decimals === undefined
      ? shorten(scaled)
      : scaled.toFixed(style.decimals, Decimal.ROUND_HALF_UP),
  );
  const sign = amount.isNegative() && /[1-9]/.test(digits) ? minusSign : "";
  switch (dimension) {
    case "USD": {
      const word = scales.find((scale) => scale.power === power)?.word ?? `× 10^${power}`;
      return `${sign}$${digits}${word === "" ? "" : ` ${word}`}`;
    }
    case "percent":
      return `${sign}${digits} percent`;
    case "number":
      return `${sign}${digits}`;
  }
}

/** Digits of a decimal text in groups of three: "1234567.5" gives "1,234,567.5". */
export function groupDigits(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A published decimal ready for a ledger: grouped, with a real minus sign; null is an em dash. */
export function formatPublished(value: string | null): string {
  if (value === null) return "\u2014";
  return value.startsWith("-") ? minusSign + groupDigits(value.slice(1)) : groupDigits(value);
}

/** "December 2025", "fourth quarter of 2025", "2025". */
export function formatPeriod(period: Period): string {
  const year = period.slice(0, 4);
  switch (frequencyOf(period)) {
    case "monthly":
      return `${monthNames[Number(period.slice(5)) - 1] ?? ""} ${year}`;
    case "quarterly":
      return `${["first", "second", "third", "fourth"][Number(period.slice(6)) - 1] ?? ""} quarter of ${year}`;
    case "annual":
      return year;
  }
}

/** "June 18, 2026". */
export function formatDay(day: VintageDate | string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${monthNames[Number(month) - 1] ?? ""} ${Number(date)}, ${year}`;
}

/** "November 23, 2026, 12:37 UTC", of an instant in UTC; a day alone as `formatDay` has it. */
export function formatTime(at: string): string {
  const day = formatDay(at.slice(0, 10));
  return at.length === 10 ? day : `${day}, ${at.slice(11, 16)} UTC`;
}

/** The largest of trillion, billion and million that leaves at least one whole digit. */
function naturalPower(amount: Decimal): number {
  const size = amount.abs();
  return scales.find(({ power }) => size.gte(Decimal.pow(10, power)))?.power ?? 0;
}

/** All digits of an exact decimal; a quotient that never ends is cut at eight, and says so. */
function shorten(amount: Decimal): string {
  return amount.decimalPlaces() <= 12
    ? amount.toFixed()
    : `${amount.toFixed(8, Decimal.ROUND_DOWN)}\u2026`;
}
