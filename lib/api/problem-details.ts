import { z } from "zod";

/** What can go wrong, by the name that ends the problem's `type`: its HTTP status and a title that never varies. */
export const problemKinds = {
  "invalid-parameters": { status: 400, title: "The request has parameters that cannot be used" },
  "no-such-address": { status: 404, title: "There is nothing at this address" },
  "unknown-series": { status: 404, title: "There is no series with this key" },
  "unknown-release": { status: 404, title: "There is no such release" },
  "unknown-vintage": { status: 404, title: "No such vintage is held" },
  "nothing-known-yet": { status: 404, title: "Nothing was known on that day" },
  unavailable: { status: 503, title: "The figures cannot be read at the moment" },
} as const;

export type ProblemKind = keyof typeof problemKinds;

/** One parameter that is refused. */
const parameterError = z.object({
  parameter: z.string().describe("Name of the parameter, as it was sent"),
  message: z.string().describe("What was expected, and what was found"),
  suggestion: z.string().optional().describe("The name or value most likely meant"),
});

export type ParameterError = z.infer<typeof parameterError>;

/** Why a request has no answer, as an API says it (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.url().describe("Address of what is written about this kind of problem"),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What happened here, in a sentence"),
    errors: z.array(parameterError).optional().describe("Every parameter that is refused"),
    known: z
      .array(z.string())
      .optional()
      .describe("All the parameters, addresses or names there are"),
    nearest: z.array(z.string()).optional().describe("What there is that looks most like it"),
  })
  .describe("Why a request has no answer (RFC 9457)");

export type ProblemDetails = z.infer<typeof problemSchema>;

/** A problem before it is known where the site is published. */
export interface ApiProblem extends Pick<
  ProblemDetails,
  "detail" | "errors" | "known" | "nearest"
> {
  readonly kind: ProblemKind;
}

/** The body of an answer of media type `application/problem+json`. `origin` is where the site is published. */
export function problemDetails({ kind, ...rest }: ApiProblem, origin: string): ProblemDetails {
  const { status, title } = problemKinds[kind];
  return { type: `${origin}/developers#${kind}`, title, status, ...rest };
}
