import { altText } from "#lib/charts/alt-text";
import { pictureTitles } from "#lib/charts/captions";
import { drawChart } from "#lib/charts/draw";
import { frames, type FrameName } from "#lib/charts/frame";
import type { ChartsPlace } from "#lib/charts/load";
import { drawingToSvg } from "#lib/charts/svg";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { readParameters } from "./chart-parameters.ts";
import { vintagesOf } from "./chart-vintages.ts";
import { chartContent, definitionFor } from "./chart-view.ts";

/** A chart for the frame of another site; texts are plain. */
export interface EmbeddedChart {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly svg: Readonly<Record<FrameName, string>>;
  readonly form: string;
  readonly source: string;
  readonly note: string | null;
  readonly licence: string;
  /** The chart's own page, or that of its series. */
  readonly path: string;
  readonly csvPath: string;
  readonly asOf: VintageDate;
}

export type Embedded =
  | { readonly ok: true; readonly chart: EmbeddedChart }
  | { readonly ok: false; readonly status: 400 | 404; readonly message: string };

/**
 * The chart that an address names, with the fields of its query as parameters; without `asOf` the newest figures.
 * `checkedAt` gives the vintage that a chart's headline was checked against: over any other figures stands what they measure,
 * so that no claim travels with a picture that may not bear it.
 */
export async function embeddedChart(
  id: string,
  parameters: URLSearchParams,
  reader: SeriesReader,
  checkedAt: (id: string) => Promise<VintageDate | null>,
  charts?: ChartsPlace,
): Promise<Embedded> {
  const read = await readParameters(id, parameters, reader, charts);
  if (!read.ok) return read;
  const { definition, selection } = read;
  const vintages = await vintagesOf(definition, reader);
  const asOf = selection.asOf ?? vintages.at(-1);
  if (asOf === undefined) return { ok: false, status: 404, message: "No figures are held yet." };
  const made = await chartContent(definition, reader, { ...selection, asOf }, vintages);
  const chosen = await definitionFor(definition, selection, reader);
  if (!made.ok || !chosen.ok) {
    const problems = made.ok ? (chosen.ok ? [] : chosen.problems) : made.problems;
    return { ok: false, status: 400, message: problems.map(({ message }) => message).join("\n") };
  }
  const { plotted, source, note, csvPath } = made.content;
  const isChecked = (await checkedAt(id)) === plotted.asOf;
  const shown = isChecked
    ? chosen.definition
    : { ...chosen.definition, headline: chosen.definition.measure };
  const titles = pictureTitles(shown, plotted, selection);
  const drawn = (name: FrameName): string =>
    drawingToSvg(drawChart(plotted, frames[name]), {
      id: `chart-${name}`,
      title: titles.headline,
      description: altText(plotted, shown.measure),
    });
  return {
    ok: true,
    chart: {
      id,
      title: titles.headline,
      measure: titles.measure,
      svg: { wide: drawn("wide"), narrow: drawn("narrow") },
      form: plotted.form,
      source,
      note,
      licence: definition.source.licence,
      path: id.includes(".") ? `/data/${id}` : `/charts/${id}`,
      csvPath,
      asOf: plotted.asOf,
    },
  };
}
