import { createHash } from "node:crypto";
import { readHttpDate } from "./http-date.ts";

/** What a route answers with, before it is known whether the asker has it already. */
export interface Answer {
  readonly body: Uint8Array | string;
  readonly headers: Readonly<Record<string, string>>;
  /** `tagOf` the body, where it is known already. */
  readonly tag?: string;
  /** When the body last changed; left out where no time tells, as when it rests on vintages and on what editors say of them. */
  readonly changed?: Date;
}

/** A strong ETag of bytes. */
export function tagOf(body: Uint8Array | string): string {
  return `"${createHash("sha256").update(body).digest("base64url")}"`;
}

/**
 * The answer with a strong ETag of its bytes, and a Last-Modified where it has one; or 304 without a body for an asker who names
 * that tag (RFC 9110, 13.1.2: a list or `*`, compared weakly), or who names no tag and a time that is not before the last change
 * (13.1.3).
 */
export function answerBytes(request: Request, answer: Answer): Response {
  const { body, changed, tag = tagOf(body) } = answer;
  const headers = {
    ...answer.headers,
    etag: tag,
    ...(changed && { "last-modified": changed.toUTCString() }),
  };
  return isKnown(request.headers, tag, changed)
    ? new Response(null, { status: 304, headers })
    : new Response(Buffer.from(body), { headers });
}

function isKnown(asked: Headers, tag: string, changed: Date | undefined): boolean {
  const tags = asked.get("if-none-match");
  if (tags !== null) {
    const known = tags.split(",").map((one) => one.trim().replace(/^W\//, ""));
    return known.includes(tag) || known.includes("*");
  }
  const since = readHttpDate(asked.get("if-modified-since"));
  return changed !== undefined && since !== null && since >= Math.floor(changed.getTime() / 1000);
}
