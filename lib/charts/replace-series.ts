import type { Series } from "#lib/series/series";
import { areaNameOf, withoutArea } from "./area-name.ts";
import type { ChartDefinition } from "./definition.ts";

/** A chart that has an area for each of its series. */
export type AreaDefinition = Extract<
  ChartDefinition,
  { form: "line" | "area" | "bar" | "small-multiples" | "slope" }
>;

/** A chart of areas with given series, of which `first` is one, in the place of its own. */
export function replaceSeries(
  definition: AreaDefinition,
  series: readonly Series[],
  first: Series,
): AreaDefinition {
  const own = new Map(definition.series.map((line) => [line.key, line]));
  const lines = series.map((one) => {
    const { label = areaNameOf(one), emphasis = false } = own.get(one.key) ?? {};
    // A line that was alone had no need of its area's name.
    return { key: one.key, label: own.size === 1 ? areaNameOf(one) : label, emphasis };
  });
  // Where something stood out, something does.
  const lacksEmphasis =
    definition.series.some(({ emphasis }) => emphasis) && !lines.some(({ emphasis }) => emphasis);
  const labels = lines.map(({ label }) => label);
  const measure = `${withoutArea(first)}: ${listOf(labels)}`;
  const changed = {
    headline: measure,
    measure,
    series: lines.map((line, index) => ({
      ...line,
      emphasis: line.emphasis || (lacksEmphasis && index === 0),
    })),
  };
  switch (definition.form) {
    case "slope":
      return { ...definition, ...changed };
    case "small-multiples":
      return { ...definition, ...changed, breaks: breaksOf(definition, series) };
    case "line":
    case "area":
    case "bar":
      return {
        ...definition,
        ...changed,
        breaks: breaksOf(definition, series),
        annotations: definition.annotations.filter((note) => labels.includes(note.series)),
      };
  }
}

type Break = Extract<AreaDefinition, { form: "line" }>["breaks"][number];

/** The breaks of a chart and those that the series of other areas have besides. */
function breaksOf(
  { breaks: own }: { readonly breaks: readonly Break[] },
  series: readonly Series[],
): Break[] {
  const known = new Set(own.map(({ period }) => period));
  const others = series.flatMap(({ breaks }) => breaks.map(({ period }) => period));
  const added = [...new Set(others)].filter((period) => !known.has(period));
  return [...own, ...added.map((period) => ({ period, text: null }))].sort((left, right) =>
    left.period < right.period ? -1 : 1,
  );
}

/** "Japan, Belgium and Ireland" */
function listOf(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
