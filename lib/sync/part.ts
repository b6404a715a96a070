import type { Answer, Fields } from "./exchange.ts";

type Answered = Extract<Answer, { kind: "answered" }>;

/** The beginning of a file whose download was cut, and the fields that came with it. */
export interface Part {
  readonly body: Uint8Array;
  readonly fields: Fields;
  /** A strong ETag: the same bytes, not only the same meaning (RFC 9110, 8.8.1). */
  readonly etag: string;
  /** Of the whole body, when the server said so. */
  readonly total: number | null;
}

/** What a cut answer leaves to go on from: null without a strong ETag, or when nothing came. */
export function partOf({ fields, body, status }: Answered): Part | null {
  const etag = fields["etag"];
  if (etag === undefined || !/^"[\x21\x23-\x7e]*"$/.test(etag) || body.length === 0) return null;
  const length = Number(fields["content-length"] ?? Number.NaN);
  return { body, fields, etag, total: status === 200 && length > 0 ? length : null };
}

/** Asks for the rest of exactly that file, or for all of another (RFC 9110, 13.1.5). */
export function rangeHeaders({ body, etag }: Part): Record<string, string> {
  return { Range: `bytes=${body.length}-`, "If-Range": etag };
}

/**
 * The part with the piece that was asked for, as one answer: cut again if the piece was. Null when the piece is not the rest
 * of that file: another place, total, ETag, date or encoding.
 */
export function joinPart(part: Part, piece: Answered): Answered | null {
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(piece.fields["content-range"] ?? "");
  if (!range) return null;
  const [, first, last, all] = range;
  const total = all === "*" ? part.total : Number(all);
  if (Number(first) !== part.body.length) return null;
  if (total !== null && Number(last) !== total - 1) return null;
  if (part.total !== null && total !== part.total) return null;
  for (const name of ["etag", "last-modified", "content-encoding"]) {
    const found = piece.fields[name];
    if (found !== undefined && found !== part.fields[name]) return null;
  }
  const body = Buffer.concat([part.body, piece.body]);
  if (piece.cut === null && total !== null && body.length !== total) return null;
  // The fields of the first answer speak of the whole; a part cut again is still a part of that.
  return { kind: "answered", status: 200, fields: part.fields, body, cut: piece.cut };
}

/** What has come so far of an answer that is still coming: with the part before it when it goes on from that. */
export function partSoFar(before: Part | null, coming: Answered): Part | null {
  if (coming.status === 200) return partOf(coming);
  const joined = before && coming.status === 206 ? joinPart(before, coming) : null;
  return joined && partOf(joined);
}
