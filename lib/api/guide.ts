import { z } from "zod";
import { allEndpoints, answerRequest } from "./answer-request.ts";
import type { ApiContext, Endpoint } from "./endpoint.ts";
import { apiExamples, type ApiExample } from "./examples.ts";
import { problemDetails, problemKinds } from "./problem-details.ts";

/** What the documentation of the API shows, all of it made from what answers requests. */
export interface ApiGuide {
  readonly origin: string;
  readonly examples: readonly AnsweredExample[];
  readonly endpoints: readonly DescribedEndpoint[];
  readonly problems: readonly { kind: string; status: number; title: string }[];
}

export interface AnsweredExample extends ApiExample {
  readonly status: number;
  readonly mediaType: string;
  /** The beginning of the answer, or its fields worth showing. */
  readonly excerpt: string;
}

export interface DescribedEndpoint {
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly { name: string; values: string; description: string }[];
}

/** The guide, with every example answered now. Rejects when the store fails. */
export async function describeApi(context: ApiContext): Promise<ApiGuide> {
  const examples: AnsweredExample[] = [];
  for (const example of apiExamples) examples.push(await answered(example, context));
  return {
    origin: context.origin,
    examples,
    endpoints: allEndpoints.map(described),
    problems: Object.entries(problemKinds).map(([kind, known]) => ({ kind, ...known })),
  };
}

async function answered(example: ApiExample, context: ApiContext): Promise<AnsweredExample> {
  const { pathname, searchParams } = new URL(example.address, context.origin);
  const answer = await answerRequest(pathname, searchParams, context);
  if (!answer.ok) {
    const problem = problemDetails(answer.problem, context.origin);
    const excerpt = excerptOf(problem, example.fields);
    return { ...example, status: problem.status, mediaType: "application/problem+json", excerpt };
  }
  const { body, mediaType } = answer;
  const excerpt =
    mediaType === "application/json"
      ? excerptOf(JSON.parse(body), example.fields)
      : body.split("\r\n").slice(0, 3).join("\n");
  return { ...example, status: 200, mediaType: mediaType.split("; header")[0] ?? "", excerpt };
}

/** Some fields of an object, as JSON that people can read. */
function excerptOf(content: unknown, fields: readonly string[]): string {
  const all = z.record(z.string(), z.unknown()).parse(content);
  const shown = Object.fromEntries(fields.map((field) => [field, all[field]]));
  return JSON.stringify(shown, null, 2);
}

function described({ path, summary, description, places, query }: Endpoint): DescribedEndpoint {
  const inPath = Object.entries(places).map(([name, place]) => ({
    ...{ name: `{${name}}`, values: `as in ${place.example}`, description: place.description },
  }));
  const inQuery = Object.entries(query.shape).map(([name, schema]) => {
    const { description: text = "", ...json } = z.toJSONSchema(schema, { io: "output" });
    return { name, values: valuesOf(json), description: text };
  });
  return { path, summary, description, parameters: [...inPath, ...inQuery] };
}

/** What a parameter takes, in a few words. */
function valuesOf({ enum: values, minimum, maximum, default: left }: z.core.JSONSchema.BaseSchema) {
  const listed = values?.join(", ");
  const bounds = minimum === undefined ? undefined : `${minimum} to ${maximum}`;
  const rest =
    left === undefined ? undefined : `${JSON.stringify(left).replaceAll('"', "")} when left out`;
  return [listed ?? bounds, rest].filter(Boolean).join("; ");
}
