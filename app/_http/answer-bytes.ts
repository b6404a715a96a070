import { createHash } from "node:crypto";

/** What a route answers with, before it is known whether the asker has it already. */
export interface Answer {
  readonly body: Uint8Array | string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The answer with a strong ETag of its bytes, or 304 without a body for an asker who names that tag (RFC 9110, 13.1.2:
 * a list or `*`, compared weakly).
 */
export function answerBytes(request: Request, { body, headers }: Answer): Response {
  const bytes = Buffer.from(body);
  const tag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
  const all = { ...headers, etag: tag };
  const known = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  if (known.includes(tag) || known.includes("*"))
    return new Response(null, { status: 304, headers: all });
  return new Response(bytes, { headers: all });
}
