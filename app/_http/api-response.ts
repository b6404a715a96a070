import type { ApiAnswer, ApiLink } from "#lib/api/api-answer";
import { problemDetails, problemKinds, type ApiProblem } from "#lib/api/problem-details";
import type { Answer } from "./answer-bytes.ts";

/** Programs in pages of other sites may read what everybody may read (Fetch, "CORS protocol"), and the headers they need. */
export const openToAll = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "ETag, Last-Modified, Link, Content-Disposition, Content-Length, Retry-After",
} as const;

/**
 * Figures change about once a month, but then at four in the afternoon on a day that everybody knows: a minute spares us a
 * burst of askers, and nobody reads an older vintage for longer than two.
 */
const caching = "public, max-age=60, stale-while-revalidate=60";

/** An answer with its bytes, as it is kept and sent. */
export interface ApiFile extends Answer {
  readonly body: Buffer;
}

/** What is answered with, before its headers. */
type Said = Pick<Extract<ApiAnswer, { ok: true }>, "mediaType" | "fileName" | "links"> & {
  readonly body: string | Uint8Array;
};

/** What the API said, with the headers it is sent with. */
export function apiFile({ body, mediaType, fileName, links }: Said): ApiFile {
  return {
    body: Buffer.from(body),
    headers: {
      ...openToAll,
      "content-type": mediaType,
      // Other programs save what they ask for under any name; a browser shows JSON and saves CSV.
      "content-disposition": `${mediaType.includes("json") ? "inline" : "attachment"}; filename="${fileName}"`,
      "cache-control": caching,
      ...(links.length > 0 && { link: links.map(linkValue).join(", ") }),
    },
  };
}

/**
 * What a page of another site may send of its own accord: a tag or a time that it knows, that it wants no kept answer (in the old
 * way too), and that it waits.
 */
const allowedHeaders = "If-None-Match, If-Modified-Since, Cache-Control, Pragma, Prefer";

/** A browser asks first when a page of another site sends If-None-Match (Fetch, "CORS-preflight request"). */
export function preflightResponse(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": allowedHeaders,
      "access-control-max-age": "86400",
    },
  });
}

/** A problem as a response (RFC 9457). `origin` is where the site is published; `retryAfter` is in seconds. */
export function problemResponse(
  problem: ApiProblem,
  origin: string,
  retryAfter?: number,
): Response {
  const { status } = problemKinds[problem.kind];
  return new Response(`${JSON.stringify(problemDetails(problem, origin))}\n`, {
    status,
    headers: {
      ...openToAll,
      "content-type": "application/problem+json",
      // What is not there today may be there with the next vintage.
      "cache-control": status === 503 ? "no-store" : "no-cache",
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
    },
  });
}

/** RFC 8288, section 3. */
function linkValue({ rel, href, mediaType }: ApiLink): string {
  const type = mediaType === undefined ? "" : `; type="${mediaType}"`;
  return `<${href}>; rel="${rel}"${type}`;
}
