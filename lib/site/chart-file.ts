import { createHash } from "node:crypto";
import { pictureTitles } from "#lib/charts/captions";
import { chartCsv } from "#lib/charts/csv";
import { listAreas } from "#lib/charts/choose-areas";
import { chartPng } from "#lib/charts/png";
import { standaloneSvg } from "#lib/charts/standalone-svg";
import type { ChartDefinition } from "#lib/charts/definition";
import type { ChartsPlace } from "#lib/charts/load";
import type { SeriesReader } from "#lib/series/reader";
import { readParameters } from "./chart-parameters.ts";
import { vintagesOf } from "./chart-vintages.ts";
import { chartContent, definitionFor } from "./chart-view.ts";

/** A file of a chart, or a refusal with its HTTP status. */
export type ChartFile =
  | {
      readonly ok: true;
      readonly mediaType: string;
      readonly fileName: string;
      /** The same for two files with the same bytes, whatever the addresses that asked for them. */
      readonly key: string;
      /** Drawing takes some tenth of a second, so it is left to whoever may have the file already. */
      readonly make: () => Promise<Buffer>;
    }
  | { readonly ok: false; readonly status: 400 | 404; readonly message: string };

/** The parameter that leaves the headline out of a PNG, for a text that has it above: `titled=no`. */
export const titledParameter = "titled";

/**
 * The file that an address names: `<id>.csv`, `<id>.png`, `<id>.svg`, and the fields of a chart's query as parameters. `<id>.areas.json` lists the areas
 * that a reader may choose.
 */
export async function chartFile(
  file: string,
  parameters: URLSearchParams,
  reader: SeriesReader,
  charts?: ChartsPlace,
): Promise<ChartFile> {
  const [, id, extension] =
    /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)\.(csv|png|svg|areas\.json)$/.exec(file) ?? [];
  if (id === undefined || extension === undefined) {
    return { ok: false, status: 404, message: "There is no such file." };
  }
  const isUntitled = extension === "png" && parameters.getAll(titledParameter).join() === "no";
  const query = new URLSearchParams(parameters);
  if (isUntitled) query.delete(titledParameter);
  const checked = await readParameters(id, query, reader, charts);
  if (!checked.ok) return checked;
  const { definition, selection } = checked;
  if (extension === "areas.json") return areasFile(id, definition, reader);
  const vintages = await vintagesOf(definition, reader);
  const asOf = selection.asOf ?? vintages.at(-1);
  if (asOf === undefined) return { ok: false, status: 404, message: "No figures are held yet." };
  const made = await chartContent(definition, reader, { ...selection, asOf }, vintages);
  if (!made.ok) {
    const message = made.problems.map((problem) => problem.message).join("\n");
    return { ok: false, status: 400, message };
  }
  const { plotted, source, alt } = made.content;
  const chosen = await definitionFor(definition, selection, reader);
  if (!chosen.ok) throw new Error("The areas of a chart that was drawn are not there");
  const shown = chosen.definition;
  const picture = { ...pictureTitles(shown, plotted, selection), plotted, source };
  const titled = isUntitled ? { ...picture, headline: null } : picture;
  const contents = createHash("sha256").update(JSON.stringify(titled));
  return {
    ok: true,
    mediaType: mediaTypes[extension === "csv" || extension === "svg" ? extension : "png"],
    fileName: `${id}-${plotted.asOf}.${extension}`,
    key: `${id}.${extension} ${contents.digest("base64url")}`,
    make: async () => {
      if (extension === "csv") return Buffer.from(chartCsv(shown, plotted));
      if (extension === "svg") return Buffer.from(standaloneSvg({ ...picture, description: alt }));
      return Promise.resolve(chartPng(titled));
    },
  };
}

const mediaTypes = {
  csv: "text/csv; charset=utf-8; header=present",
  svg: "image/svg+xml",
  png: "image/png",
} as const;

async function areasFile(
  id: string,
  definition: ChartDefinition,
  reader: SeriesReader,
): Promise<ChartFile> {
  const areas = await listAreas(definition, reader);
  if (areas.length === 0) {
    return { ok: false, status: 404, message: "This chart has no areas to choose." };
  }
  const body = Buffer.from(JSON.stringify(areas));
  const contents = createHash("sha256").update(body).digest("base64url");
  return {
    ok: true,
    mediaType: "application/json",
    fileName: `${id}.areas.json`,
    key: `${id}.areas.json ${contents}`,
    make: () => Promise.resolve(body),
  };
}
