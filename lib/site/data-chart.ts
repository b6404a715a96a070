import type { ChartDefinition } from "#lib/charts/definition";
import { plainLabel } from "#lib/charts/plotted";
import type { Transformation } from "#lib/charts/transformation";
import { Decimal } from "#lib/series/decimal";
import type { Frequency } from "#lib/series/frequency";
import type { Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { shortName } from "./release-names.ts";

/** A chart that no editor made: one series over all its periods. */
export interface SeriesChart {
  readonly definition: ChartDefinition;
  readonly frequency: Frequency;
}

/** Breaks get a letter each, and a line across the plot, up to this many; more are marks on the axis. */
const mostLetters = 5;

/** Letters of a label beside which a picture still has room. */
const longestLabel = 18;

/** More columns than this are thinner than two pixels, and shimmer. */
const mostColumns = 300;

/** From this size on, in dollars, figures are shown in billions: below it a decimal of a billion says too little. */
const shownInBillions = "1e10";

/**
 * The chart of a series, made from what is known of it: a stock and a running sum are lines, what happens within a period
 * is a column, unless the columns would be too thin. Its id is the key. Null when there is no such series.
 */
export async function seriesChart(key: string, reader: SeriesReader): Promise<SeriesChart | null> {
  const series = await reader.describe(key);
  if (series === null) return null;
  const newest = (await reader.vintages(series.release)).at(-1);
  const cells =
    newest === undefined ? [] : ((await reader.read([key], newest.date)).get(key) ?? []);
  const valued = cells.filter(({ value }) => value !== null);
  const largest = cells.reduce((most, { value }) => {
    const size = new Decimal(value ?? 0).abs();
    return size.gt(most) ? size : most;
  }, new Decimal(0));
  const dollars = largest.times(Decimal.pow(10, series.multiplier));
  const definition = definitionOf(series, {
    breaks: breaksWithin(series, valued[0]?.period, valued.at(-1)?.period),
    unit: dollars.gte(shownInBillions) ? "billion" : "million",
    form:
      series.kind === "stock" || series.window > 1 || cells.length > mostColumns ? "line" : "bar",
  });
  return { definition, frequency: series.frequency };
}

function definitionOf(
  series: Series,
  {
    breaks,
    unit,
    form,
  }: {
    readonly breaks: Series["breaks"];
    readonly unit: "million" | "billion";
    readonly form: "line" | "bar";
  },
): ChartDefinition {
  const letters = breakLetters({ breaks });
  return {
    id: series.key,
    form,
    headline: series.title,
    measure: series.title,
    unit,
    series: [{ key: series.key, label: labelOf(series), emphasis: true }],
    transformations: transformationsOf(series),
    breaks: breaks.map(({ period }) => ({ period, text: letters.get(period) ?? null })),
    annotations: [],
    note: breakNote(breaks),
    source: {
      publisher: "U.S. Department of the Treasury, Treasury International Capital System",
      title: shortName({ slug: series.release, title: series.source.file }),
      licence: "Public domain: a work of the U.S. government (17 U.S.C. 105)",
    },
    at: { file: `series ${series.key}`, line: 1, column: 1 },
    headlineAt: { file: `series ${series.key}`, line: 1, column: 1 },
  };
}

/** What stands at the end of the line and over the column of a table: the area, where its name is short. */
function labelOf({ title }: Series): string {
  const area = title.split(": ").at(-1) ?? title;
  return area.length <= longestLabel && area !== title ? area : plainLabel;
}

/** The letter that stands for a break in the picture and in the list under it; none where there are too many. */
export function breakLetters({ breaks }: Pick<Series, "breaks">): ReadonlyMap<string, string> {
  if (breaks.length > mostLetters) return new Map();
  return new Map(breaks.map(({ period }, index) => [period, "abcde".charAt(index)]));
}

/** The breaks of a series that its figures, from a first to a last, stand on both sides of. */
export function breaksWithin(
  { breaks }: Pick<Series, "breaks">,
  first: Period | undefined,
  last: Period | undefined,
): Series["breaks"] {
  if (first === undefined || last === undefined) return [];
  return breaks.filter(({ period }) => period > first && period <= last);
}

function breakNote(breaks: Series["breaks"]): string | null {
  if (breaks.length === 0) return null;
  return breaks.length > mostLetters
    ? "Marks on the axis show breaks in the series; no change is computed across one."
    : `${breaks.length === 1 ? "A dashed line with a letter shows a break" : "Dashed lines with letters show breaks"} in the series; no change is computed across one.`;
}

/**
 * A release prints few columns of each section, so figures that stand side by side come from many releases, whose revisions
 * differ: they are not added up, and sums of twelve months and years are not subtracted.
 */
function transformationsOf({ kind, window, frequency, section }: Series): Transformation[] {
  if (kind === "stock") return ["level", "change", "pct-change"];
  if (window > 1 || section === "year") return ["level"];
  return frequency !== "monthly" || section !== ""
    ? ["level", "change"]
    : ["level", "sum-12", "change"];
}
