import type { ApiProblem } from "./problem-details.ts";

/** What the API says to one request: a text, or why there is none. */
export type ApiAnswer =
  | {
      readonly ok: true;
      readonly body: string;
      readonly mediaType: string;
      /** What a browser calls the file when it saves it. */
      readonly fileName: string;
      readonly links: readonly ApiLink[];
    }
  | { readonly ok: false; readonly problem: ApiProblem };

/** A `Link` header's entry (RFC 8288). */
export interface ApiLink {
  readonly rel: "next" | "prev" | "alternate" | "describedby";
  readonly href: string;
  readonly mediaType?: string | undefined;
}

export function refuse(problem: ApiProblem): Extract<ApiAnswer, { ok: false }> {
  return { ok: false, problem };
}

/** An answer in JSON. `name` is the file's, without its extension. */
export function answerJson(
  content: unknown,
  {
    name,
    links = [],
  }: {
    readonly name: string;
    readonly links?: readonly ApiLink[] | undefined;
  },
): ApiAnswer {
  return {
    ok: true,
    body: `${JSON.stringify(content)}\n`,
    mediaType: "application/json",
    fileName: `${name}.json`,
    links,
  };
}
