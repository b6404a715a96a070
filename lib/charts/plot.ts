import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import { keysOf, type ChartDefinition } from "./definition.ts";
import { plotFan } from "./plot-fan.ts";
import { plotOverTime } from "./plot-over-time.ts";
import { plotRanking } from "./plot-ranking.ts";
import { plotSlope } from "./plot-slope.ts";
import { plotYears } from "./plot-years.ts";
import { refuse, type Plotted, type Selection } from "./selection.ts";
import { refusal, type Transformation } from "./transformation.ts";

/**
 * Reads a chart's figures and transforms them. Problems: `unknown-key`, `mixed-kinds` (a stock beside what is of a whole
 * month, or another frequency), `transformation-refused`, `no-figures`, `incomplete-year`, `negative-part` (of a stacked
 * area), `no-stock` and `no-place` (of a map).
 */
export async function plotChart(
  definition: ChartDefinition,
  reader: SeriesReader,
  selection: Selection,
): Promise<Plotted> {
  const described = await describeAll(definition, reader);
  if ("problems" in described) return { ok: false, problems: described.problems };
  const [first] = described.series;
  const transformation = selection.transformation ?? defaultTransformation(definition);
  const reason = refusal(transformation, first.kind, definition.form, first);
  if (reason !== null) {
    return refuse(definition, "transformation-refused", `${definition.id}: ${reason}`);
  }
  switch (definition.form) {
    case "line":
    case "bar":
    case "area":
    case "stacked-area":
    case "stacked-bar":
    case "small-multiples":
      return plotOverTime(definition, reader, described.series, { ...selection, transformation });
    case "grouped-bar":
      return plotYears(definition, reader, described.series, selection);
    case "slope":
      return plotSlope(definition, reader, described.series, selection);
    case "fan":
      return plotFan(definition, reader, first, selection);
    case "ranked-bar":
    case "tile-map":
      return plotRanking(definition, reader, first, selection);
  }
}

export function defaultTransformation(definition: ChartDefinition): Transformation {
  return "transformations" in definition ? (definition.transformations[0] ?? "level") : "level";
}

type Described =
  | { readonly series: readonly [Series, ...Series[]] }
  | { readonly problems: readonly Problem[] };

async function describeAll(definition: ChartDefinition, reader: SeriesReader): Promise<Described> {
  const problems: Problem[] = [];
  const found: Series[] = [];
  for (const key of keysOf(definition)) {
    const series = await reader.describe(key);
    if (series !== null) {
      found.push(series);
      continue;
    }
    const near = await reader.nearestKeys(key, 3);
    problems.push({
      kind: "unknown-key",
      message: `there is no series ${key}`,
      at: definition.at,
      fix: near.length === 0 ? undefined : `the nearest are ${near.join(", ")}`,
    });
  }
  const [first, ...rest] = found;
  if (problems.length > 0 || first === undefined) return { problems };
  // What was bought in a month and what prices did in it are both parts of a change in holdings; holdings are not.
  const other = rest.find(
    (series) =>
      (series.kind === "stock") !== (first.kind === "stock") ||
      series.frequency !== first.frequency,
  );
  if (other !== undefined) {
    const message = `${first.key} is a ${first.frequency} ${first.kind}, ${other.key} a ${other.frequency} ${other.kind}: one axis cannot show both`;
    return { problems: [{ kind: "mixed-kinds", message, at: definition.at }] };
  }
  return { series: [first, ...rest] };
}
