import { Decimal } from "#lib/series/decimal";
import { formatAmount, minusSign } from "#lib/series/format";
import type { Cell } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import type { ChartDefinition } from "./definition.ts";

const powers = { million: 6, billion: 9, trillion: 12 } as const;

/** Decimals printed of a figure. The Treasury prints billions to one decimal; a picture shows no more. Of trillions two, which are tens of billions. */
const shownDecimals = 1;

/** From here on a figure with all its digits has no room beside a mark. */
const tooLong = "1e10";

/** Smaller figures would be printed as zero. */
const smallestShown = "0.05";

/** "billion U.S. dollars" */
export function unitName(unit: ChartDefinition["unit"]): string {
  return `${unit} U.S. dollars`;
}

/** The values of cells by period in a chart's unit, exact; a missing observation is left out. */
export function valuesByPeriod(
  cells: readonly Cell[],
  series: Series,
  unit: ChartDefinition["unit"],
): ReadonlyMap<Period, Decimal> {
  const values = new Map<Period, Decimal>();
  for (const { period, value } of cells) {
    if (value !== null) values.set(period, inUnit(value, series, unit));
  }
  return values;
}

/** A published value in a chart's unit, exact. */
export function inUnit(
  value: string,
  { multiplier }: Pick<Series, "multiplier">,
  unit: ChartDefinition["unit"],
): Decimal {
  return new Decimal(value).times(Decimal.pow(10, multiplier - powers[unit]));
}

/**
 * Exact decimal texts, and the same rounded half away from zero and grouped, for printing. Millions that are published whole
 * are printed whole.
 */
export function printFigures(
  values: readonly (Decimal | null)[],
  unit: ChartDefinition["unit"] = "billion",
): {
  values: (string | null)[];
  texts: (string | null)[];
} {
  const isWhole = unit === "million" && values.every((value) => value?.isInteger() !== false);
  if (values.some((value) => value?.abs().gte(tooLong))) return inPowers(values);
  const decimals = isWhole ? 0 : decimalsFor(values, unit === "trillion" ? 2 : shownDecimals);
  return {
    values: values.map((value) => value?.toFixed() ?? null),
    texts: values.map((value) =>
      value === null ? null : formatAmount(value, "number", { decimals }),
    ),
  };
}

/** "1.0e15": what no dollars come to, but what a picture has room for. */
function inPowers(values: readonly (Decimal | null)[]) {
  return {
    values: values.map((value) => value?.toFixed() ?? null),
    texts: values.map((value) =>
      value === null
        ? null
        : value.toExponential(1).replace("e+", "e").replaceAll("-", minusSign).replace("e0", ""),
    ),
  };
}

/** The usual decimals, but of figures that would all be printed as zero so many that the largest has two digits. */
function decimalsFor(values: readonly (Decimal | null)[], usual: number): number {
  const sizes = values.flatMap((value) => (value === null || value.isZero() ? [] : [value.abs()]));
  const [first, ...rest] = sizes;
  if (first === undefined) return usual;
  const largest = Decimal.max(first, ...rest);
  return largest.gte(smallestShown) ? usual : 1 - largest.e;
}
