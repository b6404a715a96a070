import { Decimal } from "#lib/series/decimal";

/**
 * An exact number while an expression is computed: thirds stay thirds, so `a / b * b = a` holds and comparisons are
 * decided without rounding. Always in lowest terms, with a positive denominator.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };

/** The number a decimal text says, times ten to a power from 0 up. Throws a TypeError for any other text. */
export function fractionFrom(decimal: string, power = 0): Fraction {
  const parts = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<decimals>\d+))?$/.exec(decimal)?.groups;
  if (parts === undefined) throw new TypeError(`Expected a decimal, found "${decimal}"`);
  const { sign = "", whole = "", decimals = "" } = parts;
  return reduce(
    BigInt(`${sign}${whole}${decimals}`) * 10n ** BigInt(power),
    10n ** BigInt(decimals.length),
  );
}

export function add(left: Fraction, right: Fraction): Fraction {
  // Whole dollars, which most figures are, have nothing to reduce.
  if (left.denominator === 1n && right.denominator === 1n) {
    return { numerator: left.numerator + right.numerator, denominator: 1n };
  }
  return reduce(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function subtract(left: Fraction, right: Fraction): Fraction {
  return add(left, negate(right));
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  return reduce(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Throws a RangeError for a zero divisor: the caller reports it before. */
export function divide(left: Fraction, right: Fraction): Fraction {
  if (right.numerator === 0n) throw new RangeError("Division by zero");
  return reduce(left.numerator * right.denominator, left.denominator * right.numerator);
}

export function negate({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator };
}

/** The size without the sign. */
export function absolute(fraction: Fraction): Fraction {
  return signOf(fraction) < 0 ? negate(fraction) : fraction;
}

/** -1, 0 or 1 as `left` is less than, equal to or greater than `right`. */
export function compareFractions(left: Fraction, right: Fraction): number {
  return signOf(subtract(left, right));
}

/** -1, 0 or 1. */
export function signOf({ numerator }: Fraction): number {
  return numerator < 0n ? -1 : Number(numerator > 0n);
}

/** The same number as a decimal; one that does not end is cut at 60 significant digits. */
export function toDecimal({ numerator, denominator }: Fraction): Decimal {
  const whole = new Decimal(numerator.toString());
  return denominator === 1n ? whole : whole.div(new Decimal(denominator.toString()));
}

function reduce(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Euclid's algorithm; positive, since a denominator is never zero. */
function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [large, small] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
