import { createHash } from "node:crypto";
import { pictureTitles } from "#lib/charts/captions";
import { chartCsv } from "#lib/charts/csv";
import { chartPng } from "#lib/charts/png";
import type { SeriesReader } from "#lib/series/reader";
import { checkQuery } from "./chart-query.ts";
import { chartContent, vintagesOf } from "./chart-view.ts";

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

/**
 * The CSV or PNG that an address names: `<id>.csv`, `<id>.png`, and the fields of a chart's query as parameters. A parameter
 * that is unknown, or given twice, is refused: a misspelt vintage must not answer with another one.
 */
export async function chartFile(
  file: string,
  parameters: URLSearchParams,
  reader: SeriesReader,
  folder?: string,
): Promise<ChartFile> {
  const [, id, extension] = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)\.(csv|png)$/.exec(file) ?? [];
  if (id === undefined || extension === undefined) {
    return { ok: false, status: 404, message: "There is no such file." };
  }
  const names = ["id", ...parameters.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    return {
      ok: false,
      status: 400,
      message: `The parameter "${twice.slice(0, 64)}" is given twice.`,
    };
  }
  const checked = await checkQuery(Object.fromEntries([...parameters, ["id", id]]), reader, folder);
  if (!checked.ok)
    return { ok: false, status: checked.unknown ? 404 : 400, message: checked.message };

  const { definition, selection } = checked;
  const vintages = await vintagesOf(definition, reader);
  const asOf = selection.asOf ?? vintages.at(-1);
  if (asOf === undefined) return { ok: false, status: 404, message: "No figures are held yet." };
  const made = await chartContent(definition, reader, { ...selection, asOf }, vintages);
  if (!made.ok) {
    const message = made.problems.map((problem) => problem.message).join("\n");
    return { ok: false, status: 400, message };
  }
  const { plotted, source } = made.content;
  const picture = { ...pictureTitles(definition, plotted, selection), plotted, source };
  const contents = createHash("sha256").update(JSON.stringify(picture));
  return {
    ok: true,
    mediaType: extension === "csv" ? "text/csv; charset=utf-8; header=present" : "image/png",
    fileName: `${id}-${plotted.asOf}.${extension}`,
    key: `${id}.${extension} ${contents.digest("base64url")}`,
    make: () =>
      extension === "csv"
        ? Promise.resolve(Buffer.from(chartCsv(definition, plotted)))
        : chartPng(picture),
  };
}
