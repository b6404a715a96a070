import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** There are few such headers: each browser sends its own, always the same. */
const known = new Map<string, Encoding>();
const mostKnown = 100;

/** The best encoding an Accept-Encoding header lets us use (RFC 9110, section 12.5.3): `q=0` forbids one. */
export function encodingFor(accepted = ""): Encoding {
  const found = known.get(accepted);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const encoding = bestOf(accepted);
  known.set(accepted, encoding);
  return encoding;
}

function bestOf(accepted: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)));
  }
  const others = weights.get("*") ?? 0;
  if ((weights.get("br") ?? others) > 0) return "br";
  return (weights.get("gzip") ?? others) > 0 ? "gzip" : "identity";
}

/** A body in an encoding. Made once per page and kept, so somewhat slow and small is right. */
export function encode(body: Buffer, encoding: Encoding): Buffer {
  switch (encoding) {
    case "br":
      return brotliCompressSync(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 6,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
    case "gzip":
      return gzipSync(body, { level: 7 });
    case "identity":
      return body;
  }
}

/**
 * A strong entity tag names one sequence of bytes, so each encoding has its own (RFC 9110, section 8.8.3): `"abc"` is
 * `"abc-br"` in Brotli.
 */
export function tagFor(tag: string, encoding: Encoding): string {
  return encoding === "identity" || !tag.endsWith('"') ? tag : `${tag.slice(0, -1)}-${encoding}"`;
}

/** An If-None-Match header with the tags as they were before `tagFor`. */
export function originalTags(ifNoneMatch: string): string {
  return ifNoneMatch.replaceAll(/-(?:br|gzip)"/g, '"');
}

/** Which of the tags a client sent stands for `tag`: a 304 must repeat the one the client has. */
export function tagSent(ifNoneMatch: string, tag: string): string {
  return tagsIn(ifNoneMatch).find((candidate) => originalTags(candidate) === tag) ?? tag;
}

/** Whether a client has what `tag` names, in any encoding (RFC 9110, section 13.1.2: weak comparison). */
export function hasTag(ifNoneMatch: string, tag: string): boolean {
  const plain = (one: string) => originalTags(one).replace(/^W\//, "");
  return ifNoneMatch.trim() === "*" || tagsIn(ifNoneMatch).some((one) => plain(one) === plain(tag));
}

function tagsIn(ifNoneMatch: string): readonly string[] {
  return ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
}
