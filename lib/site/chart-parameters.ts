import type { ChartsPlace } from "#lib/charts/load";
import type { SeriesReader } from "#lib/series/reader";
import { checkQuery, type CheckedQuery } from "./chart-query.ts";

/** A good query, or a refusal with its HTTP status. */
export type ReadParameters =
  | Extract<CheckedQuery, { ok: true }>
  | { readonly ok: false; readonly status: 400 | 404; readonly message: string };

/**
 * The chart and the selection that an address names. A parameter that is unknown, or given twice, is refused: a misspelt
 * vintage must not answer with another one.
 */
export async function readParameters(
  id: string,
  parameters: URLSearchParams,
  reader: SeriesReader,
  charts?: ChartsPlace,
): Promise<ReadParameters> {
  const names = ["id", ...parameters.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    const message = `The parameter "${twice.slice(0, 64)}" is given twice.`;
    return { ok: false, status: 400, message };
  }
  const checked = await checkQuery(Object.fromEntries([...parameters, ["id", id]]), reader, charts);
  return checked.ok
    ? checked
    : { ok: false, status: checked.unknown ? 404 : 400, message: checked.message };
}
