import DecimalJs from "decimal.js";

/**
 * Decimals of 60 significant digits. Sums, differences and products of published TIC values (at most 15 digits) are
 * exact. A quotient is cut at 60 digits, which cannot change a verdict: a quotient that is not itself a short decimal
 * differs from any rounding bound by far more than 1e-45.
 */
export const Decimal = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});

export type Decimal = DecimalJs;
