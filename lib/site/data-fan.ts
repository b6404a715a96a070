import { drawFan } from "#lib/charts/draw-fan";
import { inUnit, printFigures, unitName, valuesByPeriod } from "#lib/charts/figures";
import { frames, type FrameName } from "#lib/charts/frame";
import type { PlottedChart } from "#lib/charts/plotted";
import { drawingToSvg } from "#lib/charts/svg";
import type { Decimal } from "#lib/series/decimal";
import { formatDay, formatPeriod } from "#lib/series/format";
import type { Cell, VintageDate } from "#lib/series/observation";
import { periodDistance, periodsBetween, shiftPeriod, type Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import { breakLetters } from "./data-chart.ts";
import { cellsAsOf, historiesAsOf } from "./data-history.ts";
import type { IsViolated } from "./data-violated.ts";

/** The picture of how a series was revised. */
export interface Fan {
  readonly svg: Readonly<Record<FrameName, string>>;
  /** Unit and span: "Billion U.S. dollars, January 2021 to April 2026". */
  readonly measure: string;
  /** How to read it. */
  readonly caption: string;
  /** Whether earlier revisions are left out of the picture. */
  readonly shortened: boolean;
}

/** Periods shown before the first revised one, and at most in all: more, and the lines of a month are one dot. */
const lead = 6;
const mostPeriods = 60;

/**
 * How each vintage up to `asOf` had a series, drawn as a fan. Null when no figure was ever revised. `whole` shows all
 * revisions, else the last sixty periods.
 */
export function drawRevisionFan(
  series: Series,
  history: readonly Cell[],
  {
    asOf,
    unit,
    whole,
    isViolated,
  }: {
    asOf: VintageDate;
    unit: "million" | "billion";
    whole: boolean;
    isViolated: IsViolated;
  },
): Fan | null {
  const histories = historiesAsOf(history, asOf, isViolated);
  const revised = histories.filter(({ prints }) => prints.filter(isFigure).length > 1);
  const current = valuesByPeriod(cellsAsOf(history, asOf), series, unit);
  const last = [...current.keys()].at(-1);
  const [first] = current.keys();
  const firstRevised = revised[0]?.period;
  if (!first || !last || !firstRevised) return null;
  const { from, shortened } = spanToShow(first, firstRevised, last, whole);
  const shown = history.filter(({ period }) => period >= from && period <= last);
  const vintages = [...new Set(shown.map(({ knownFrom }) => knownFrom))]
    .filter((date) => date <= asOf)
    .sort();
  const positions = periodsBetween(from, last);
  const newest = positions.map((period) => current.get(period) ?? null);
  const earlier = vintages.map((vintage) => {
    const values = valuesByPeriod(cellsAsOf(shown, vintage), series, unit);
    return { vintage, values: positions.map((period) => values.get(period) ?? null) };
  });
  const differing = earlier.filter(({ values }) => values.some(differsFrom(newest)));
  const letters = breakLetters(series);
  const chart: PlottedChart = {
    id: `${series.key}-fan`,
    form: "line",
    asOf,
    transformation: "level",
    unit: unitName(unit),
    positions,
    names: positions.map(formatPeriod),
    series: [
      {
        label: formatDay(asOf),
        emphasis: true,
        keys: [series.key],
        period: null,
        ...printFigures(newest, unit),
      },
      // Nobody reads figures off two hundred dashed lines: they have places only.
      ...differing.map(({ vintage, values }) => ({
        label: formatDay(vintage),
        emphasis: false,
        keys: [series.key],
        period: null,
        values: values.map((value) => value?.toFixed() ?? null),
        texts: [],
      })),
    ],
    highlighted: [],
    breaks: series.breaks
      .filter(({ period }) => positions.includes(period))
      .map(({ period }) => ({ position: period, text: letters.get(period) ?? null })),
    notes: [],
  };
  const span = `${formatPeriod(from)} to ${formatPeriod(last)}`;
  const crosses = histories
    .filter(({ period }) => positions.includes(period))
    .flatMap(({ period, prints }) =>
      prints.flatMap(({ value, violated }) =>
        violated && value !== null
          ? [{ position: period, value: Number(inUnit(value, series, unit)) }]
          : [],
      ),
    );
  const caption = captionOf(differing.length, crosses.length, asOf);
  const draw = (frame: FrameName): string =>
    drawingToSvg(drawFan(chart, frames[frame], crosses), {
      id: `fan-${frame}`,
      title: `How ${series.title} was revised`,
      description: `Lines for ${span}. ${caption} The figures stand in the tables below.`,
    });
  return {
    svg: { wide: draw("wide"), narrow: draw("narrow") },
    measure: `${chart.unit.charAt(0).toUpperCase()}${chart.unit.slice(1)}, ${span}`,
    caption,
    shortened,
  };
}

function spanToShow(
  first: Period,
  firstRevised: Period,
  last: Period,
  whole: boolean,
): { from: Period; shortened: boolean } {
  const wanted = shiftPeriod(firstRevised, -lead);
  const start = wanted < first ? first : wanted;
  const shortest = shiftPeriod(last, 1 - mostPeriods);
  if (whole || periodDistance(start, last) < mostPeriods) return { from: start, shortened: false };
  return { from: shortest, shortened: firstRevised < shortest };
}

function captionOf(earlier: number, crosses: number, asOf: VintageDate): string {
  const strong = `The strong line is the vintage of ${formatDay(asOf)}.`;
  const doubt =
    crosses === 0
      ? ""
      : ` ${crosses === 1 ? "The cross marks a figure" : "Crosses mark figures"} that did not add up in a vintage.`;
  if (earlier === 0) return `${strong} No earlier vintage differs from it here.${doubt}`;
  const lines =
    earlier === 1
      ? "The dashed line is the one earlier vintage that differs"
      : `Each dashed line is one of the ${earlier} earlier vintages that differ`;
  return `${strong} ${lines}, drawn where it does. The axis need not begin at zero.${doubt}`;
}

function differsFrom(newest: readonly (Decimal | null)[]) {
  return (value: Decimal | null, index: number): boolean => {
    const now = newest[index] ?? null;
    return value !== null && (now === null || !now.eq(value));
  };
}

function isFigure({ value }: { readonly value: string | null }): boolean {
  return value !== null;
}
