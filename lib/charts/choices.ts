import { formatPeriod } from "#lib/series/format";
import type { Frequency } from "#lib/series/frequency";
import { frequencyOf, isPeriod, shiftPeriod, type Period } from "#lib/series/period";
import type { SeriesKind } from "#lib/series/series";
import type { ChartDefinition } from "./definition.ts";
import type { PlottedChart } from "./plotted.ts";
import { nameTransformation, refusal, type Transformation } from "./transformation.ts";

/** A span a reader may choose; null is an end that is left open. */
export interface RangeChoice {
  readonly label: string;
  readonly from: Period | null;
  readonly to: Period | null;
}

export interface TransformationChoice {
  readonly value: Transformation;
  readonly label: string;
}

/** The spans that fit a chart as first shown, the whole first; one choice or none when there is nothing to choose. */
export function rangeChoices(definition: ChartDefinition, chart: PlottedChart): RangeChoice[] {
  switch (definition.form) {
    case "line":
    case "bar":
    case "area":
    case "stacked-area":
    case "stacked-bar":
    case "small-multiples":
    case "fan":
      return recentYears(chart);
    case "slope":
      return [];
    case "grouped-bar":
      return definition.years.length < 2
        ? []
        : [
            { label: definition.years.join(" and "), from: null, to: null },
            ...definition.years.map((year) => ({ label: `${year} only`, from: year, to: year })),
          ];
    case "ranked-bar":
    case "tile-map":
      return [definition.period, ...definition.otherPeriods].map((period) => ({
        label: formatPeriod(period),
        from: null,
        to: period,
      }));
  }
}

/** Transformations the definition offers and the kind of its series allows. */
export function transformationChoices(
  definition: ChartDefinition,
  kind: SeriesKind,
  frequency: Frequency = "monthly",
): TransformationChoice[] {
  const offered: readonly Transformation[] =
    "transformations" in definition ? definition.transformations : ["level"];
  return offered
    .filter((value) => refusal(value, kind, definition.form) === null)
    .map((value) => ({ value, label: nameTransformation(value, frequency) }));
}

const stepsInYear = { monthly: 12, quarterly: 4, annual: 1 } as const satisfies Record<
  Frequency,
  number
>;

function recentYears({ positions }: PlottedChart): RangeChoice[] {
  const [first] = positions;
  const last = positions.at(-1);
  if (first === undefined || last === undefined || !isPeriod(first) || !isPeriod(last)) return [];
  const all = { label: `All, since ${formatPeriod(first)}`, from: null, to: null };
  const inYear = stepsInYear[frequencyOf(last)];
  const years = [20, 10, 5, 2, 1].filter((count) => count * inYear < positions.length);
  return [
    all,
    ...years.map((count) => ({
      label: count > 1 ? `Last ${count} years` : inYear === 12 ? "Last 12 months" : "Last year",
      from: shiftPeriod(last, 1 - count * inYear),
      to: null,
    })),
  ];
}
