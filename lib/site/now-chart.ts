import { canCompare } from "#lib/charts/compare-vintages";
import { loadChart, type ChartsPlace } from "#lib/charts/load";
import type { PlottedChart } from "#lib/charts/plotted";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { viewDefinition, type ChartView } from "./chart-view.ts";

/**
 * How a chart shows what was revised. `beside`: the figures as published lie behind it, dashed. `alone`: its form shows one
 * vintage at a time. `unchanged`: no figure that it had is another now. `withdrawn`: the newest vintage does not have what it
 * shows, and it is as published.
 */
export type ChartRevision = "beside" | "alone" | "unchanged" | "withdrawn";

/** A chart of an article, drawn from the newest vintage. */
export interface NowChart {
  readonly view: ChartView;
  readonly revision: ChartRevision;
}

/** A chart as published, drawn again from the newest vintage. */
export async function chartNow(
  published: ChartView,
  reader: SeriesReader,
  newest: VintageDate,
  charts?: ChartsPlace,
): Promise<NowChart> {
  const { id, plotted } = published;
  const loaded = await loadChart(id, charts);
  if (loaded?.ok !== true) throw new Error(`The definition of the chart "${id}" is gone`);
  const { definition } = loaded;
  const drawn = await viewDefinition(definition, reader, newest);
  if (!drawn.ok) return { view: published, revision: "withdrawn" };
  const { view } = drawn;
  if (!isRevised(plotted, view.plotted)) return { view, revision: "unchanged" };
  const beside = canCompare(definition.form)
    ? await viewDefinition(definition, reader, newest, plotted.asOf)
    : null;
  return beside?.ok === true
    ? { view: beside.view, revision: "beside" }
    : { view, revision: "alone" };
}

/** Whether a figure that the chart had is another now, or gone. What was published since revises nothing. */
function isRevised(then: PlottedChart, now: PlottedChart): boolean {
  const places = new Map(now.positions.map((position, at) => [position, at]));
  return then.series.some(({ values }, index) =>
    then.positions.some((position, at) => {
      const value = now.series[index]?.values[places.get(position) ?? -1] ?? null;
      return value !== (values[at] ?? null);
    }),
  );
}
