import { formatDay } from "#lib/series/format";
import { frequencyOf, isPeriod } from "#lib/series/period";
import { Decimal } from "#lib/series/decimal";
import { howShown, lowerFirst, nameOf } from "./captions.ts";
import type { PlottedChart, PlottedSeries } from "./plotted.ts";

interface Figure {
  readonly position: string;
  readonly value: Decimal;
  readonly text: string;
}

/**
 * What a picture shows, in sentences made from its own figures: form, measure, transformation and span, then each series'
 * first and last figure and its extremes. Holds for every transformation; `measure` is the definition's.
 */
export function altText(chart: PlottedChart, measure: string): string {
  return [ofForm(chart, measure), ...comparison(chart)].join(" ");
}

function ofForm(chart: PlottedChart, measure: string): string {
  switch (chart.form) {
    case "line":
    case "bar":
    case "area":
    case "stacked-area":
    case "stacked-bar":
    case "small-multiples":
      return overTime(chart, measure, kinds[chart.form]);
    case "slope":
      return slope(chart, measure);
    case "fan":
      return fan(chart, measure);
    case "grouped-bar":
      return groups(chart, measure);
    case "ranked-bar":
    case "tile-map":
      return ranking(chart, measure);
  }
}

const kinds = {
  line: "Line chart",
  bar: "Column chart",
  area: "Area chart",
  "stacked-area": "Stacked area chart",
  "stacked-bar": "Stacked column chart",
  "small-multiples": "A small chart for each on one scale",
} as const;

function overTime(chart: PlottedChart, measure: string, kind: string): string {
  const sentences = chart.series.map((series) => {
    const text = course(figuresOf(series, chart.positions));
    return chart.series.length === 1 ? `${text}.` : `${series.label}: ${lowerFirst(text)}.`;
  });
  return [`${kind}: ${measure}, ${howShown(chart)}.`, ...sentences].join(" ");
}

/** "From 307.7 in March 2000 to 1,185.5 in December 2025; highest 1,325.0 in …, lowest … in …" */
function course(figures: readonly Figure[]): string {
  const [first] = figures;
  const last = figures.at(-1);
  if (first === undefined || last === undefined) return "No figures";
  const highest = figures.reduce((best, figure) => (figure.value.gt(best.value) ? figure : best));
  const lowest = figures.reduce((best, figure) => (figure.value.lt(best.value) ? figure : best));
  const below = figures.filter(({ value }) => value.isNegative() && !value.isZero()).length;
  const negative =
    below === 0 ? "" : `; below zero in ${below} of ${figures.length} ${stepsOf(first.position)}`;
  return `From ${at(first)} to ${at(last)}; highest ${at(highest)}, lowest ${at(lowest)}${negative}`;
}

function at({ text, position }: Figure): string {
  return `${text} in ${nameOf(position)}`;
}

function stepsOf(position: string): string {
  const frequency = isPeriod(position) ? frequencyOf(position) : "monthly";
  return { monthly: "months", quarterly: "quarters", annual: "years" }[frequency];
}

function slope(chart: PlottedChart, measure: string): string {
  const sentences = chart.series.map((series) => {
    const figures = figuresOf(series, chart.positions);
    const [first, ...later] = figures.map(at);
    return `${series.label}: ${first === undefined ? "no figures" : ["from", first, ...later.flatMap((text) => ["to", text])].join(" ")}.`;
  });
  return [`Slope chart: ${measure}, ${howShown(chart)}.`, ...sentences].join(" ");
}

/** The newest vintage, and what of the earlier ones was furthest from it. */
function fan(chart: PlottedChart, measure: string): string {
  const [newest, ...earlier] = chart.series;
  const now = newest === undefined ? [] : figuresOf(newest, chart.positions);
  const lead = `Revision chart: ${measure}, ${howShown(chart)}. As of ${formatDay(chart.asOf)}: ${lowerFirst(course(now))}.`;
  const byPosition = new Map(now.map((figure) => [figure.position, figure]));
  const revisions = earlier.flatMap((series) =>
    figuresOf(series, chart.positions).flatMap((before) => {
      const after = byPosition.get(before.position);
      if (after === undefined || after.value.eq(before.value)) return [];
      return [{ before, after, label: series.label, size: after.value.minus(before.value).abs() }];
    }),
  );
  const [first, ...rest] = revisions;
  if (first === undefined) return `${lead} No earlier vintage has other figures.`;
  const largest = rest.reduce((best, one) => (one.size.gt(best.size) ? one : best), first);
  const vintages =
    earlier.length === 1 ? "One earlier vintage has" : `${earlier.length} earlier vintages have`;
  return `${lead} ${vintages} other figures; the largest difference is in ${nameOf(largest.after.position)}, ${largest.before.text} in the vintage of ${largest.label} and ${largest.after.text} now.`;
}

function groups(chart: PlottedChart, measure: string): string {
  const sentences = chart.positions.map((position, index) => {
    const figures = chart.series.map(
      ({ label, texts }) => `${texts[index] ?? "no figure"} in ${label}`,
    );
    return `${position}: ${figures.join(", ")}.`;
  });
  return [`Bar chart: ${measure}, ${howShown(chart)}.`, ...sentences].join(" ");
}

function ranking(chart: PlottedChart, measure: string): string {
  const [series] = chart.series;
  const figures = series === undefined ? [] : figuresOf(series, chart.positions);
  const list = figures.map(({ position, text }) => `${position} ${text}`).join(", ");
  const kind = chart.form === "tile-map" ? "Tile map, by place on the globe" : "Bar chart";
  return `${kind}: ${measure}, ${howShown(chart)}, the largest ${figures.length}: ${list}.`;
}

/** How many figures another vintage has otherwise, and where the two are farthest apart. */
function comparison({ compared, series, positions }: PlottedChart): string[] {
  if (compared === undefined) return [];
  const all = compared.series.flatMap(({ differences, differenceTexts }, at) =>
    differences.flatMap((difference, index) => {
      const text = differenceTexts[index] ?? null;
      if (difference === null || text === null) return [];
      const label = series.length === 1 ? "" : `${series[at]?.label ?? ""}, `;
      return [
        { size: new Decimal(difference).abs(), text, place: label + nameOf(positions[index]) },
      ];
    }),
  );
  const changed = all.filter(({ size }) => !size.isZero());
  const day = formatDay(compared.asOf);
  const [first] = changed;
  if (first === undefined) return [`The vintage of ${day} has the same figures.`];
  const most = changed.reduce((best, one) => (one.size.gt(best.size) ? one : best), first);
  return [
    `Against the vintage of ${day}, ${changed.length} of ${all.length} figures differ, most by ${most.text} (${most.place}).`,
  ];
}

function figuresOf({ values, texts }: PlottedSeries, positions: readonly string[]): Figure[] {
  return positions.flatMap((position, index) => {
    const value = values[index] ?? null;
    const text = texts[index] ?? null;
    return value === null || text === null ? [] : [{ position, value: new Decimal(value), text }];
  });
}
