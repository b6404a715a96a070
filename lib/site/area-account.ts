import { Decimal } from "#lib/series/decimal";
import type { VintageDate } from "#lib/series/observation";
import { periodsBetween, shiftPeriod, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import {
  dollarsByPeriod,
  printAmount,
  sayDollars,
  unitFor,
  type AmountUnit,
} from "./area-amounts.ts";
import { nameOfClass, orderOfClass } from "./area-class-names.ts";

/**
 * One class of security over twelve months, as an account: what was held, what was bought and sold, what prices did, what
 * neither explains, what is held. Texts are ready to print, in the unit of the account; null is a figure that is not
 * published or cannot be computed.
 */
export interface AccountLine {
  readonly securities: string;
  readonly label: string;
  readonly opening: string | null;
  readonly net: string | null;
  readonly valuation: string | null;
  /** Closing less opening, net and valuation: never forced to zero. */
  readonly other: string | null;
  readonly closing: string | null;
  /** The closing amount for a sentence: "$1.21 trillion". */
  readonly held: string | null;
  /** Whether a valuation is published for this class; where it is not, `other` holds it. */
  readonly valued: boolean;
  readonly keys: {
    readonly holdings: string;
    readonly net: string | null;
    readonly valuation: string | null;
  };
}

/** The classes of one table for one area, twelve months to `closing`. A stock is never summed: only flows are. */
export interface AreaAccount {
  readonly release: string;
  readonly opening: Period;
  readonly closing: Period;
  readonly unit: AmountUnit;
  readonly vintage: VintageDate;
  readonly lines: readonly AccountLine[];
}

/** Figures of one class, in whole dollars. */
interface ClassFigures {
  readonly holdings: Series;
  readonly net: Series | null;
  readonly valuation: Series | null;
  readonly amounts: Readonly<
    Record<"opening" | "net" | "valuation" | "other" | "closing", Decimal | null>
  >;
}

/**
 * The account of a release for one area, from the area's series; null when the release has no holdings of it. The twelve
 * months end with the newest month that any of its holdings has a value for.
 */
export async function areaAccount(
  release: string,
  seriesOfArea: readonly Series[],
  reader: SeriesReader,
): Promise<AreaAccount | null> {
  const vintage = (await reader.vintages(release)).at(-1);
  const own = seriesOfArea.filter((series) => series.release === release);
  const stocks = own.filter(({ measure }) => measure === "holdings");
  if (vintage === undefined || stocks.length === 0) return null;
  const cells = await reader.read(
    own.map(({ key }) => key),
    vintage.date,
  );
  const dollars = new Map(
    own.map((series) => [series.key, dollarsByPeriod(cells.get(series.key) ?? [], series)]),
  );
  const closing = stocks
    .flatMap(({ key }) => [...(dollars.get(key)?.keys() ?? [])])
    .sort()
    .at(-1);
  if (closing === undefined) return null;
  const opening = shiftPeriod(closing, -12);
  const classes = stocks
    .map((holdings) => figuresOf(holdings, own, dollars, { opening, closing }))
    .sort((left, right) => orderOfClass(left.holdings) - orderOfClass(right.holdings));
  const unit = unitFor(classes.map(({ amounts }) => amounts.closing ?? amounts.opening));
  return {
    release,
    opening,
    closing,
    unit,
    vintage: vintage.date,
    lines: classes.map((figures) => printLine(figures, unit)),
  };
}

function figuresOf(
  holdings: Series,
  own: readonly Series[],
  dollars: ReadonlyMap<string, ReadonlyMap<Period, Decimal>>,
  { opening, closing }: { readonly opening: Period; readonly closing: Period },
): ClassFigures {
  const ofMeasure = (measure: string): Series | null =>
    own.find((series) => series.securities === holdings.securities && series.measure === measure) ??
    null;
  const months = periodsBetween(shiftPeriod(opening, 1), closing);
  const sumOf = (series: Series | null): Decimal | null =>
    series === null ? null : sumOver(dollars.get(series.key), months);
  const [net, valuation] = [ofMeasure("net"), ofMeasure("valuation")];
  const at = (period: Period): Decimal | null => dollars.get(holdings.key)?.get(period) ?? null;
  const amounts = {
    opening: at(opening),
    net: sumOf(net),
    valuation: sumOf(valuation),
    closing: at(closing),
  };
  const known = valuation === null ? new Decimal(0) : amounts.valuation;
  const other =
    amounts.closing === null || amounts.opening === null || amounts.net === null || known === null
      ? null
      : amounts.closing.minus(amounts.opening).minus(amounts.net).minus(known);
  return { holdings, net, valuation, amounts: { ...amounts, other } };
}

/** The sum of all months; null unless every one has a value. */
function sumOver(
  values: ReadonlyMap<Period, Decimal> | undefined,
  months: readonly Period[],
): Decimal | null {
  let total = new Decimal(0);
  for (const month of months) {
    const value = values?.get(month);
    if (value === undefined) return null;
    total = total.plus(value);
  }
  return total;
}

function printLine({ holdings, net, valuation, amounts }: ClassFigures, unit: AmountUnit) {
  return {
    securities: holdings.securities,
    label: nameOfClass(holdings),
    opening: printAmount(amounts.opening, unit),
    net: printAmount(amounts.net, unit),
    valuation: printAmount(amounts.valuation, unit),
    other: printAmount(amounts.other, unit),
    closing: printAmount(amounts.closing, unit),
    held: amounts.closing === null ? null : sayDollars(amounts.closing),
    valued: valuation !== null,
    keys: { holdings: holdings.key, net: net?.key ?? null, valuation: valuation?.key ?? null },
  } satisfies AccountLine;
}
