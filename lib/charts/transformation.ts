import type { Decimal } from "#lib/series/decimal";
import type { Frequency } from "#lib/series/frequency";
import { shiftPeriod, type Period } from "#lib/series/period";
import type { Series, SeriesKind } from "#lib/series/series";
import type { ChartForm } from "./plotted.ts";

export const transformations = ["level", "change", "sum-12", "pct-change"] as const;

/** What is shown of a series. */
export type Transformation = (typeof transformations)[number];

/** As a reader chooses it, of a series with monthly figures. */
const transformationName = {
  level: "As published",
  change: "Monthly change",
  "sum-12": "12-month sum",
  "pct-change": "Monthly percent change",
} as const satisfies Record<Transformation, string>;

const stepName = { monthly: "Monthly", quarterly: "Quarterly", annual: "Yearly" } as const;

/** As a reader chooses it, of figures of any frequency. */
export function nameTransformation(transformation: Transformation, frequency: Frequency): string {
  return transformationName[transformation].replace("Monthly", stepName[frequency]);
}

/** Earlier periods needed before the first one shown. */
export const reach = { level: 0, change: 1, "sum-12": 11, "pct-change": 1 } as const;

/** Decimal places kept of a percent change, whose quotient need not end; everything else is exact. */
const quotientPlaces = 6;

/** Forms that compare single figures. */
const asPublished: ReadonlySet<ChartForm> = new Set([
  "grouped-bar",
  "ranked-bar",
  "tile-map",
  "slope",
  "fan",
]);

/**
 * Why a transformation makes no sense for this kind of series and form; null when it does. A stock is never summed over
 * time, and a flow that may change sign has no percent change.
 */
export function refusal(
  transformation: Transformation,
  kind: SeriesKind,
  form: ChartForm,
  { window, frequency }: Pick<Series, "window" | "frequency"> = { window: 1, frequency: "monthly" },
): string | null {
  if (transformation === "level") return null;
  if (asPublished.has(form)) {
    return `a ${form} chart shows its figures as published, not "${transformationName[transformation]}"`;
  }
  if (transformation === "sum-12" && kind === "stock") {
    return "holdings are a stock: adding them up over twelve months counts the same securities again";
  }
  if (transformation === "sum-12" && (window > 1 || frequency !== "monthly")) {
    return "these figures each cover more than a month: twelve of them do not make a year";
  }
  if (form === "stacked-area") {
    return "a stacked area shows parts of a whole, and a change may be less than nothing";
  }
  if (form === "stacked-bar" && transformation === "pct-change") {
    return "percents of different amounts do not add up, so they are not stacked";
  }
  if (transformation === "pct-change" && kind !== "stock") {
    return `a ${kind} may be zero or change its sign, so its percent change means nothing`;
  }
  return null;
}

/**
 * The transformed value at `period`; null unless every value it needs is there. `valueAt` gives the value of a period,
 * null when missing. Percent changes are cut to six decimals, and are null on a base that is not positive. From the last
 * period measured one way to the first measured another (in `breaks`) there is no change: the difference is a difference
 * of methods.
 */
export function transformAt(
  transformation: Transformation,
  period: Period,
  valueAt: (period: Period) => Decimal | null,
  breaks: ReadonlySet<Period>,
): Decimal | null {
  const value = valueAt(period);
  if (value === null) return null;
  switch (transformation) {
    case "level":
      return value;
    case "change": {
      if (breaks.has(period)) return null;
      const before = valueAt(shiftPeriod(period, -1));
      return before === null ? null : value.minus(before);
    }
    case "pct-change": {
      if (breaks.has(period)) return null;
      const before = valueAt(shiftPeriod(period, -1));
      if (before === null || before.lte(0)) return null;
      return value.minus(before).div(before).times(100).toDecimalPlaces(quotientPlaces);
    }
    case "sum-12": {
      let sum = value;
      for (let back = 1; back <= reach["sum-12"]; back += 1) {
        const earlier = valueAt(shiftPeriod(period, -back));
        if (earlier === null) return null;
        sum = sum.plus(earlier);
      }
      return sum;
    }
  }
}
