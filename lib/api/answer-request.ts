import { z } from "zod";
import { nearest } from "#lib/series/nearest";
import { answerJson, refuse, type ApiAnswer } from "./api-answer.ts";
import { endpoint, placesIn, type ApiContext, type Endpoint } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";
import { openApiDocument } from "./openapi.ts";

/** `/api/openapi.json` */
const openApi = endpoint({
  path: "/api/openapi.json",
  operation: "getOpenApi",
  summary: "This description",
  description: "The OpenAPI 3.1 document of everything here.",
  places: {},
  query: z.strictObject({}),
  answers: [
    {
      mediaType: "application/json",
      description: "An OpenAPI 3.1 document",
      schema: z.looseObject({ openapi: z.string() }),
    },
  ],
  answer: (_, { origin }) =>
    Promise.resolve(answerJson(openApiDocument(allEndpoints, origin), { name: "openapi" })),
});

/** All that the API answers. */
export const allEndpoints: readonly Endpoint[] = [...endpoints, openApi];

/**
 * What the API says to a GET of `path` (decoded, without its query). Everything that can be wrong with a request is an
 * answer; only a store that fails makes it reject.
 */
export async function answerRequest(
  path: string,
  parameters: URLSearchParams,
  context: ApiContext,
): Promise<ApiAnswer> {
  for (const one of allEndpoints) {
    const places = placesIn(one.path, path);
    if (places) return one.ask(context, places, parameters);
  }
  const known = allEndpoints.map((one) => one.path);
  const [series] = /^\/api\/series\/[^/]+$/.exec(path) ?? [];
  const meant =
    series === undefined ? null : [".json", ".csv"].map((end) => series.slice(0, 200) + end);
  return refuse({
    kind: "no-such-address",
    detail: meant
      ? "The figures of a series are asked for by format: add .json or .csv."
      : "The API has nothing here.",
    known,
    nearest: meant ?? nearest(path.slice(0, 100), known, 1),
  });
}
