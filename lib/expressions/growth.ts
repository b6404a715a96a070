import { Decimal } from "#lib/series/decimal";
import { fractionFrom, multiply, subtract, type Fraction } from "./fraction.ts";

/** With digits to spare, so that the 60 decimals of the result are right. */
const Wide = Decimal.clone({ precision: 70 });

const one = fractionFrom("1");

/**
 * The yearly growth in percent of what grew by a factor above 0 in a number of years above 0: `factor^(1 / years) - 1`. Over
 * one year, or a whole part of one, it is exact; else it has a root, which is no fraction, and is cut to 60 decimals.
 */
export function yearlyGrowth(factor: Fraction, years: Fraction): Fraction {
  const percent = fractionFrom("100");
  if (years.numerator === 1n) {
    const steps = Array.from({ length: Number(years.denominator) }, () => factor);
    return multiply(subtract(steps.reduce(multiply), one), percent);
  }
  const base = new Wide(String(factor.numerator)).div(String(factor.denominator));
  const exponent = new Wide(String(years.denominator)).div(String(years.numerator));
  const growth = base.pow(exponent).minus(1).times(100);
  return fractionFrom(growth.toDecimalPlaces(60).toFixed());
}
