import { altText } from "#lib/charts/alt-text";
import { measureLine, noteOf, sourceLine, spanOf } from "#lib/charts/captions";
import {
  areaLimits,
  chooseAreas,
  listAreas,
  ownAreas,
  type AreaChoice,
  type AreaLimits,
} from "#lib/charts/choose-areas";
import { canCompare, compareVintages } from "#lib/charts/compare-vintages";
import {
  rangeChoices,
  transformationChoices,
  type RangeChoice,
  type TransformationChoice,
} from "#lib/charts/choices";
import { keysOf, type ChartDefinition } from "#lib/charts/definition";
import { drawChart } from "#lib/charts/draw";
import { frames, type FrameName } from "#lib/charts/frame";
import { headlineText } from "#lib/charts/headline-text";
import { loadChart, type ChartsPlace } from "#lib/charts/load";
import { plotChart } from "#lib/charts/plot";
import type { PlottedChart } from "#lib/charts/plotted";
import type { Plotted, Selection } from "#lib/charts/selection";
import { drawingToSvg } from "#lib/charts/svg";
import { chartTable, type ChartTable } from "#lib/charts/table";
import { formatDay } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import { formatProblem, type Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { countedVintages, drawnVintages } from "./chart-vintages.ts";

/** What changes when a reader asks for another range, transformation or vintage. Plain data: it may cross to the browser. */
export interface ChartContent {
  readonly plotted: PlottedChart;
  /** What is measured, unit and span: the line under the headline. */
  readonly measure: string;
  /** "March 2000 to December 2025" */
  readonly span: string;
  /** A sentence or two that say what the picture shows; generated from the figures. */
  readonly alt: string;
  /** "Source: U.S. Department of the Treasury, TIC Table 1, vintage of June 18, 2026", and each vintage where there are several. */
  readonly source: string;
  /** What is to be known of what is shown, in its editor's words. */
  readonly note: string | null;
  readonly csvPath: string;
  readonly pngPath: string;
}

/** What a reader may choose. One choice or none means that there is no control for it. */
export interface ChartChoices {
  readonly ranges: readonly RangeChoice[];
  readonly transformations: readonly TransformationChoice[];
  /** Vintages held of the releases the chart reads, newest first. */
  readonly vintages: readonly VintageChoice[];
  /** What a reader may choose of areas; null where there are no others. */
  readonly areas: AreaChoices | null;
  /** Whether another vintage may be shown beside the one chosen. */
  readonly compares: boolean;
  /** How many vintages there were when this was made: an answer by who has fewer is older than the page (`countedVintages`). */
  readonly held: number;
}

export interface AreaChoices extends AreaLimits {
  /** The areas of the chart as first shown. */
  readonly own: readonly AreaChoice[];
}

export interface VintageChoice {
  readonly date: VintageDate;
  /** "June 18, 2026" */
  readonly label: string;
}

/** A chart with all its forms, ready for the page. */
export interface ChartView extends ChartContent {
  readonly id: string;
  /** Headline as plain text; in an article the headline with its claims is compiled from the definition's MDX. */
  readonly headline: string;
  /** Complete `<svg>` elements, drawn for their widths; colours by CSS custom properties. */
  readonly svg: Readonly<Record<FrameName, string>>;
  readonly table: ChartTable;
  readonly choices: ChartChoices;
}

/** A view, or everything that stands in its way. */
export type ChartViewed =
  | { readonly ok: true; readonly view: ChartView }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type ChartContents =
  | { readonly ok: true; readonly content: ChartContent }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A chart as known on `asOf`, for pages whose content has passed the gate. Throws when it cannot be made: an article with
 * a broken chart is never published. `viewChart` gives the problems instead.
 */
export async function chartView(
  id: string,
  reader: SeriesReader,
  asOf: VintageDate,
  charts?: ChartsPlace,
): Promise<ChartView> {
  const viewed = await viewChart(id, reader, asOf, charts);
  if (viewed.ok) return viewed.view;
  throw new Error(viewed.problems.map(formatProblem).join("\n"));
}

/**
 * A chart as known on `asOf`. Problems: `unknown-chart`, those of its definition (`lib/charts/load.ts`) and of plotting it
 * (`lib/charts/plot.ts`).
 */
export async function viewChart(
  id: string,
  reader: SeriesReader,
  asOf: VintageDate,
  charts?: ChartsPlace,
): Promise<ChartViewed> {
  const loaded = await loadChart(id, charts);
  if (loaded === null) {
    const at = { file: `content/charts/${id}.yml`, line: 1, column: 1 };
    const message = `there is no chart "${id}"`;
    return { ok: false, problems: [{ kind: "unknown-chart", message, at }] };
  }
  return loaded.ok ? viewDefinition(loaded.definition, reader, asOf) : loaded;
}

/**
 * The same for a definition at hand, which need not stand in a file, and with another vintage beside it where one is named.
 * Problems: those of plotting it.
 */
export async function viewDefinition(
  definition: ChartDefinition,
  reader: SeriesReader,
  asOf: VintageDate,
  compare?: VintageDate,
): Promise<ChartViewed> {
  const { id } = definition;
  const { dates: vintages, count } = await countedVintages(definition, reader);
  const made = await chartContent(definition, reader, { asOf, compare }, vintages);
  if (!made.ok) return made;
  const { content } = made;
  const headline = headlineText(definition.headline);
  const drawn = (frame: FrameName): string =>
    drawingToSvg(drawChart(content.plotted, frames[frame]), {
      id: `chart-${id}-${frame}`,
      title: headline,
      description: content.alt,
    });
  const first = await reader.describe(keysOf(definition)[0] ?? "");
  return {
    ok: true,
    view: {
      ...content,
      id,
      headline,
      table: chartTable(content.plotted),
      svg: { wide: drawn("wide"), narrow: drawn("narrow") },
      choices: {
        ranges: rangeChoices(definition, content.plotted),
        transformations:
          first === null ? [] : transformationChoices(definition, first.kind, first.frequency),
        vintages: [...vintages].reverse().map((date) => ({ date, label: formatDay(date) })),
        areas: await areasOf(definition, reader),
        compares: canCompare(definition.form),
        held: count,
      },
    },
  };
}

/** The part of a chart that a selection changes; `vintages` are those of its releases, oldest first. */
export async function chartContent(
  definition: ChartDefinition,
  reader: SeriesReader,
  selection: Selection,
  vintages: readonly VintageDate[],
): Promise<ChartContents> {
  // The newest vintage not after the day asked for is the one whose figures are read.
  const vintage = vintages.findLast((date) => date <= selection.asOf);
  if (vintage === undefined) {
    const message = `${definition.id}: nothing had been published by ${selection.asOf}; the vintages held are ${vintages.join(", ") || "none"}`;
    return { ok: false, problems: [{ kind: "no-vintage", message, at: definition.at }] };
  }
  const chosen = await definitionFor(definition, selection, reader);
  if (!chosen.ok) return chosen;
  const shown = chosen.definition;
  const plotted = await plotChosen(shown, reader, { ...selection, asOf: vintage }, vintages);
  if (!plotted.ok) return plotted;
  const { chart } = plotted;
  // The headline of the page stays, so that the line under it must say whose figures these are.
  const measure = measureLine({ ...shown, headline: definition.headline }, chart);
  const query = queryOf({ ...selection, asOf: vintage, compare: chart.compared?.asOf });
  const path = `/charts/${definition.id}`;
  return {
    ok: true,
    content: {
      plotted: chart,
      measure,
      span: spanOf(chart),
      alt: altText(chart, shown.measure),
      source: sourceLine(shown, await drawnVintages(shown, reader, vintage), chart),
      note: noteOf(shown, chart.transformation),
      csvPath: `${path}.csv?${query}`,
      pngPath: `${path}.png?${query}`,
    },
  };
}

/** The definition with the areas that a selection asks for; its own when none are. Problems: those of `chooseAreas`. */
export async function definitionFor(
  definition: ChartDefinition,
  { areas }: Pick<Selection, "areas">,
  reader: SeriesReader,
): ReturnType<typeof chooseAreas> {
  return areas === undefined ? { ok: true, definition } : chooseAreas(definition, areas, reader);
}

async function plotChosen(
  definition: ChartDefinition,
  reader: SeriesReader,
  { compare, ...selection }: Selection,
  vintages: readonly VintageDate[],
): Promise<Plotted> {
  const plotted = await plotChart(definition, reader, selection);
  if (!plotted.ok || compare === undefined) return plotted;
  const other = vintages.findLast((date) => date <= compare) ?? vintages[0];
  if (other === undefined || other === selection.asOf) return plotted;
  return compareVintages(plotted.chart, definition, reader, { ...selection, asOf: other });
}

async function areasOf(
  definition: ChartDefinition,
  reader: SeriesReader,
): Promise<AreaChoices | null> {
  const limits = areaLimits(definition);
  if (limits === null) return null;
  const own = await ownAreas(definition, reader);
  const isAlone = (await listAreas(definition, reader)).length <= own.length;
  return isAlone ? null : { ...limits, own };
}

/** The vintage stands in the address of a file, so that what is cited does not change under the cite. */
function queryOf({ from, to, transformation, asOf, areas, compare }: Selection): string {
  const query = new URLSearchParams({ asOf });
  if (from !== undefined) query.set("from", from);
  if (to !== undefined) query.set("to", to);
  if (transformation !== undefined) query.set("transformation", transformation);
  if (areas !== undefined) query.set("areas", areas.join(","));
  if (compare !== undefined) query.set("compare", compare);
  return query.toString();
}
