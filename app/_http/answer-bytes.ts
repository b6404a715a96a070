import { createHash } from "node:crypto";

/** What a route answers with, before it is known whether the asker has it already. */
export interface Answer {
  readonly body: Uint8Array | string;
  readonly headers: Readonly<Record<string, string>>;
  /** When it last changed, where that is known. */
  readonly changed?: Date | null | undefined;
}

/**
 * The answer with a strong ETag of its bytes, or 304 without a body for an asker who has them: one who names that tag (RFC
 * 9110, 13.1.2: a list or `*`, compared weakly), or, naming none, whose day is not before the last change (13.1.3).
 */
export function answerBytes(request: Request, { body, headers, changed }: Answer): Response {
  const bytes = Buffer.from(body);
  const tag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
  const all = {
    ...headers,
    etag: tag,
    ...(changed ? { "last-modified": changed.toUTCString() } : {}),
  };
  return isKnown(request.headers, tag, changed ?? null)
    ? new Response(null, { status: 304, headers: all })
    : new Response(bytes, { headers: all });
}

/** If-None-Match decides alone where it is sent (RFC 9110, 13.2.2): a day has seconds only, a tag every byte. */
function isKnown(headers: Headers, tag: string, changed: Date | null): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) {
    const known = tags.split(",").map((one) => one.trim().replace(/^W\//, ""));
    return known.includes(tag) || known.includes("*");
  }
  const since = headers.get("if-modified-since");
  if (since === null || changed === null) return false;
  // The oldest of the three forms (asctime) does not name its zone, which is always GMT.
  const known = Date.parse(since.endsWith("GMT") ? since : `${since} GMT`);
  // What is no date compares false, and so is ignored. Seconds only, as it was sent.
  return Math.floor(changed.getTime() / 1000) <= known / 1000;
}
