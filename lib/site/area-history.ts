import { altText } from "#lib/charts/alt-text";
import { drawChart } from "#lib/charts/draw";
import { printFigures, unitName } from "#lib/charts/figures";
import { frames, type FrameName } from "#lib/charts/frame";
import type { PlottedChart } from "#lib/charts/plotted";
import { drawingToSvg } from "#lib/charts/svg";
import { Decimal } from "#lib/series/decimal";
import { formatDay } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import { isPeriod, monthsOf, periodsBetween, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { dollarsByPeriod, unitFor } from "./area-amounts.ts";

/** A picture that is not live: what it shows is computed from more series than a live chart can be asked for. */
export interface StillChart {
  readonly headline: string;
  readonly measure: string;
  readonly plotted: PlottedChart;
  readonly svg: Readonly<Record<FrameName, string>>;
  readonly source: string;
  readonly note: string;
  /** The series it is made from. */
  readonly keys: readonly string[];
}

/** The classes of U.S. long-term securities; the frozen table has foreign ones beside them. */
const usClasses: ReadonlySet<string> = new Set([
  "treasuries",
  "agencies",
  "corporates",
  "corporate-bonds",
  "equities",
]);

/**
 * Net purchases of U.S. long-term securities by year since 1977, from the frozen table of gross purchases and sales: the sum
 * of twelve months, all classes. A year with a month missing in any of them is left out. Null where there is no year.
 */
export async function yearlyNetPurchases(
  seriesOfArea: readonly Series[],
  name: string,
  reader: SeriesReader,
): Promise<StillChart | null> {
  const vintage = (await reader.vintages("s1")).at(-1);
  const series = seriesOfArea.filter(
    ({ release, securities, measure }) =>
      release === "s1" && usClasses.has(securities) && /^(purchases|sales)$/.test(measure),
  );
  if (vintage === undefined || series.length === 0) return null;
  const totals = await yearlyTotals(series, vintage.date, reader);
  const [first, last] = [totals[0]?.year, totals.at(-1)?.year];
  if (first === undefined || last === undefined) return null;
  const unit = unitFor(totals.map(({ amount }) => amount));
  const scale = unit === "billion" ? "1e9" : "1e6";
  const byYear = new Map(totals.map(({ year, amount }) => [year, amount.div(scale)]));
  const years = periodsBetween(first, last);
  const plotted: PlottedChart = {
    id: "yearly-net-purchases-since-1977",
    form: "bar",
    asOf: vintage.date,
    transformation: "level",
    unit: unitName(unit),
    positions: years,
    names: years,
    series: [
      {
        label: "Net purchases",
        emphasis: true,
        ...printFigures(years.map((year) => byYear.get(year) ?? null)),
        keys: series.map(({ key }) => key),
        period: null,
      },
    ],
    highlighted: [],
    breaks: [],
    notes: [],
  };
  const measure = `Net purchases of U.S. long-term securities, ${name}`;
  const headline = `Net purchases by calendar year, ${first} to ${last}`;
  return {
    headline,
    measure: `${measure}, ${plotted.unit}, by calendar year`,
    plotted,
    svg: drawBoth(plotted, headline, measure),
    source: `Source: U.S. Department of the Treasury, Treasury International Capital System, Form S, vintage of ${formatDay(vintage.date)}`,
    note: "Gross purchases less gross sales of Treasury bonds and notes, agency bonds, corporate bonds and equities, as the old Form S recorded them. The table ended with January 2023, and its figures were collected in another way than those above: the two do not join.",
    keys: series.map(({ key }) => key),
  };
}

function drawBoth(
  plotted: PlottedChart,
  title: string,
  measure: string,
): Readonly<Record<FrameName, string>> {
  const draw = (frame: FrameName): string =>
    drawingToSvg(drawChart(plotted, frames[frame]), {
      id: `chart-${plotted.id}-${frame}`,
      title,
      description: altText(plotted, measure),
    });
  return { wide: draw("wide"), narrow: draw("narrow") };
}

/** Purchases less sales of all series by year, in whole dollars; only years in which every series has all twelve months. */
async function yearlyTotals(
  series: readonly Series[],
  asOf: VintageDate,
  reader: SeriesReader,
): Promise<{ readonly year: Period; readonly amount: Decimal }[]> {
  const cells = await reader.read(
    series.map(({ key }) => key),
    asOf,
  );
  const figures = series.map((one) => ({
    sign: one.measure === "purchases" ? 1 : -1,
    values: dollarsByPeriod(cells.get(one.key) ?? [], one),
  }));
  const years = [
    ...new Set(
      figures.flatMap(({ values }) => [...values.keys()].map((month) => month.slice(0, 4))),
    ),
  ];
  return years
    .sort()
    .filter(isPeriod)
    .flatMap((year) => {
      const { first, last } = monthsOf(year);
      const months = periodsBetween(first, last);
      const whole = figures.every(({ values }) => months.every((month) => values.has(month)));
      if (!whole) return [];
      const amount = figures.reduce(
        (total, { sign, values }) =>
          months.reduce(
            (sum, month) => sum.plus((values.get(month) ?? new Decimal(0)).times(sign)),
            total,
          ),
        new Decimal(0),
      );
      return [{ year, amount }];
    });
}
