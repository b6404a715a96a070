import type { Endpoint } from "./endpoint.ts";
import { listAreas } from "./list-areas.ts";
import { listReleases, releaseVintages } from "./list-releases.ts";
import { listRevisions } from "./list-revisions.ts";
import { listSeries } from "./list-series.ts";
import { seriesCsv, seriesJson } from "./series-file.ts";

/** Every kind of address the API answers: requests are answered by this list and the OpenAPI document is made from it. */
export const endpoints: readonly Endpoint[] = [
  listSeries,
  seriesJson,
  seriesCsv,
  listReleases,
  releaseVintages,
  listRevisions,
  listAreas,
];
