import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { figuresSchema } from "./figures-json.ts";
import { areaListSchema } from "./list-areas.ts";
import { releaseListSchema, releaseVintagesSchema } from "./list-releases.ts";
import { revisionsSchema } from "./list-revisions.ts";
import { seriesListSchema } from "./list-series.ts";
import { problemKinds, problemSchema } from "./problem-details.ts";
import { seriesSchema } from "./series-answer.ts";
import { releaseSchema, vintageSchema } from "./vintage-answer.ts";
import { violationSchema } from "./violation-answer.ts";

/** The schemas that have a name in the document; every other stands where it is used. */
const named = {
  Series: seriesSchema,
  SeriesList: seriesListSchema,
  Figures: figuresSchema,
  Release: releaseSchema,
  ReleaseList: releaseListSchema,
  ReleaseVintages: releaseVintagesSchema,
  Vintage: vintageSchema,
  Violation: violationSchema,
  Revisions: revisionsSchema,
  AreaList: areaListSchema,
  Problem: problemSchema,
} as const;

type Json = Readonly<Record<string, unknown>>;

/**
 * The OpenAPI 3.1 document of some endpoints, made from the schemas that check requests and shape answers, so that it cannot
 * say anything else. `origin` is where the site is published.
 */
export function openApiDocument(endpoints: readonly Endpoint[], origin: string): Json {
  return {
    openapi: "3.1.1",
    info: {
      title: "Tickmark",
      version: "1",
      summary: "Published statistics as known on any day, each value with its source",
      description: `How it is used, with examples: ${origin}/developers`,
      license: {
        name: "The figures are works of the U.S. government, in the public domain",
        url: "https://www.usa.gov/government-works",
      },
    },
    servers: [{ url: origin }],
    externalDocs: { url: `${origin}/developers` },
    paths: Object.fromEntries(endpoints.map((one) => [one.path, { get: operationOf(one) }])),
    components: {
      schemas: components(),
      responses: {
        Unchanged: { description: "The asker has it already (If-None-Match)" },
        ...Object.fromEntries(
          ([400, 404, 503] as const).map((status) => [`Problem${status}`, problemOf(status)]),
        ),
      },
    },
  };
}

function operationOf({ operation, summary, description, places, query, answers }: Endpoint): Json {
  const inPath = Object.entries(places).map(([name, { description: text, example }]) => ({
    ...{ name, in: "path", required: true, description: text, example },
    schema: { type: "string" },
  }));
  const inQuery = Object.entries(query.shape).map(([name, schema]) => {
    const { $schema: _, description: text, ...json } = z.toJSONSchema(schema, { io: "output" });
    return { name, in: "query", required: false, description: text, schema: json };
  });
  const content = Object.fromEntries(
    answers.map(({ mediaType, schema }) => [mediaType, { schema: schemaOf(schema) }]),
  );
  return {
    ...{ operationId: operation, summary, description },
    parameters: [...inPath, ...inQuery],
    responses: {
      200: { description: answers.map((answer) => answer.description).join("; "), content },
      304: { $ref: "#/components/responses/Unchanged" },
      400: { $ref: "#/components/responses/Problem400" },
      ...(inPath.length > 0 && { 404: { $ref: "#/components/responses/Problem404" } }),
      503: { $ref: "#/components/responses/Problem503" },
    },
  };
}

function problemOf(status: 400 | 404 | 503): Json {
  const kinds = Object.values(problemKinds).filter((kind) => kind.status === status);
  const schema = { $ref: "#/components/schemas/Problem" };
  return {
    description: kinds.map(({ title }) => title).join("; "),
    content: { "application/problem+json": { schema } },
  };
}

function components(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: "input",
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}

function schemaOf(schema: z.ZodType): Json {
  const [id] = Object.entries(named).find(([, one]) => one === schema) ?? [];
  if (id !== undefined) return { $ref: `#/components/schemas/${id}` };
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "input" });
  return json;
}
