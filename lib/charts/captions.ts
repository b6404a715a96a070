import { joinWords } from "#lib/expressions/series-words";
import { formatDay, formatPeriod } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import { frequencyOf, isPeriod } from "#lib/series/period";
import type { ChartDefinition } from "./definition.ts";
import { headlineText } from "./headline-text.ts";
import { defaultTransformation } from "./plot.ts";
import { runsOverTime, type PlottedChart } from "./plotted.ts";
import type { Selection } from "./selection.ts";
import { nameTransformation, type Transformation } from "./transformation.ts";

/**
 * What is measured, how, in which unit and over which span: the line under a headline. A chart that no editor made has what
 * it measures for a headline, and the line does not say it again.
 */
export function measureLine(definition: ChartDefinition, chart: PlottedChart): string {
  if (headlineText(definition.headline) === definition.measure) return upperFirst(shownLine(chart));
  return `${definition.measure}, ${shownLine(chart)}`;
}

/**
 * What stands over a chart that leaves the site. The headline is about the chart as its editor shows it; a reader's own
 * range or transformation is named by its measure instead, so that no claim travels with a picture that may not bear it.
 */
export function pictureTitles(
  definition: ChartDefinition,
  chart: PlottedChart,
  selection: Omit<Selection, "asOf">,
): { readonly headline: string; readonly measure: string } {
  const headline = headlineText(definition.headline);
  return isAsDefined(definition, selection)
    ? { headline, measure: measureLine(definition, chart) }
    : { headline: definition.measure, measure: upperFirst(shownLine(chart)) };
}

function isAsDefined(
  definition: ChartDefinition,
  { from, to, transformation }: Omit<Selection, "asOf">,
): boolean {
  const usual = "peersOf" in definition ? definition.period : undefined;
  const first = defaultTransformation(definition);
  return from === undefined && (to ?? usual) === usual && (transformation ?? first) === first;
}

/** How, in which unit, over which span, and beside which other vintage. */
function shownLine(chart: PlottedChart): string {
  const { compared } = chart;
  const beside =
    compared === undefined
      ? []
      : [`dashed where the vintage of ${formatDay(compared.asOf)} differs`];
  return [howShown(chart), ...beside].join(", ");
}

/** "monthly change, billion U.S. dollars, March 2023 to December 2025": how, in which unit and over which span. */
export function howShown(chart: PlottedChart): string {
  const [first = ""] = chart.positions;
  const frequency = isPeriod(first) ? frequencyOf(first) : "monthly";
  const how =
    chart.transformation === "level"
      ? []
      : [lowerFirst(nameTransformation(chart.transformation, frequency))];
  // "Percent change" says its unit.
  const unit = chart.transformation === "pct-change" ? [] : [chart.unit];
  return [...how, ...unit, spanOf(chart)].join(", ");
}

/** The vintage of a release that a chart is drawn from. */
export interface DrawnVintage {
  /** "Table 1" */
  readonly release: string;
  readonly date: VintageDate;
}

/**
 * "Source: U.S. Department of the Treasury, TIC Table 1, vintage of June 18, 2026". Of several releases each with its own
 * vintage: "vintages of January 15, 2026 (Press releases) and June 18, 2026 (Table 1)". Of a fan: "vintages of July 18, 2024 to
 * January 15, 2026".
 */
export function sourceLine(
  { source }: ChartDefinition,
  drawn: readonly DrawnVintage[],
  { series }: PlottedChart,
): string {
  return `Source: ${source.publisher}, ${source.title}, ${vintagesText(drawn, series)}`;
}

function vintagesText(drawn: readonly DrawnVintage[], series: PlottedChart["series"]): string {
  const own = series.flatMap(({ vintage }) => vintage ?? []);
  const days = [...new Set([...drawn.map(({ date }) => date), ...own])].sort();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  if (first === last) return `vintage of ${formatDay(first)}`;
  if (own.length > 0) return `vintages of ${formatDay(first)} to ${formatDay(last)}`;
  return `vintages of ${joinWords(drawn.map(({ release, date }) => `${formatDay(date)} (${release})`))}`;
}

/** What is to be known of a chart when it shows this; null when its editor had nothing to add. */
export function noteOf(definition: ChartDefinition, transformation: Transformation): string | null {
  const notes = "notes" in definition ? definition.notes : undefined;
  const note = notes?.[transformation] ?? definition.note;
  return note === null ? null : headlineText(note);
}

/** "March 2000 to December 2025"; a chart of categories names the periods of its series. */
export function spanOf({ form, positions, series }: PlottedChart): string {
  const periods = runsOverTime(form) ? positions : series.flatMap(({ period }) => period ?? []);
  const first = nameOf(periods[0]);
  const last = nameOf(periods.at(-1));
  if (first === last) return first;
  return `${first} ${periods.length === 2 ? "and" : "to"} ${last}`;
}

/** A position as a reader reads it: a period in words, a category as it is. */
export function nameOf(position: string | undefined): string {
  if (position === undefined) return "";
  return isPeriod(position) ? formatPeriod(position) : position;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
