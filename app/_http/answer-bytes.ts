import { createHash } from "node:crypto";

/** What a route answers with, before it is known whether the asker has it already. */
export interface Answer {
  readonly body: Uint8Array | string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The answer with a strong ETag of its bytes, or 304 without a body for an asker who names that tag (RFC 9110, 13.1.2: a list
 * or `*`, compared weakly). There is no Last-Modified: an answer rests on vintages and on what editors say of them, and no
 * one day tells when either last changed.
 */
export function answerBytes(request: Request, { body, headers }: Answer): Response {
  const bytes = Buffer.from(body);
  const tag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
  const all = { ...headers, etag: tag };
  return isKnown(request.headers.get("if-none-match"), tag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(bytes, { headers: all });
}

function isKnown(tags: string | null, tag: string): boolean {
  if (tags === null) return false;
  const known = tags.split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes(tag) || known.includes("*");
}
