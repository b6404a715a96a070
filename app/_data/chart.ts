import "server-only";
import type { ChartsPlace } from "#lib/charts/load";
import type { VintageDate } from "#lib/series/observation";
import type { ChartPage, ListedChart } from "#lib/site/chart-page";
import { isPreview } from "./is-preview.ts";
import { getSite } from "./site.ts";

/** All charts, by their ids. */
export async function listCharts(): Promise<readonly ListedChart[]> {
  return (await getSite()).charts.list();
}

/** The vintage that each chart shows, by their ids. */
export async function listChartDays(): Promise<ReadonlyMap<string, VintageDate>> {
  return (await getSite()).charts.days();
}

/** The page of one chart, or null when there is none of this id. */
export async function getChart(id: string): Promise<ChartPage | null> {
  return (await getSite()).charts.one(id);
}

/** Whether readers are shown a chart: the one of a series always, an editor's when it is one of the site or this is a preview. */
export async function isShownChart(id: string): Promise<boolean> {
  return id.includes(".") || isPreview() || (await getSite()).charts.isShown(id);
}

/**
 * Where the definition of a chart is read from: what readers are shown is what the gate accepted, whatever its file holds by now. Undefined
 * for the folder, which a preview shows, and for the chart of a series, which has no file.
 */
export async function chartsPlace(id: string): Promise<ChartsPlace | undefined> {
  return id.includes(".") || isPreview() ? undefined : (await getSite()).shared.charts;
}

/** What is said of a chart that is not there, in the words of `checkQuery`. */
export const noSuchChart = "The request was refused: there is no such chart.";

/** The vintage that a chart's headline was checked against; null for a chart that no editor made. */
export async function checkedVintage(id: string): Promise<VintageDate | null> {
  return (await getChart(id))?.asOf ?? null;
}
