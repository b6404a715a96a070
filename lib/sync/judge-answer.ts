import { decodeBody } from "./decode-body.ts";
import type { Answer, Fields } from "./exchange.ts";
import { describeHtmlPage, isHtmlPage } from "./html-page.ts";
import { joinPart, partOf, type Part } from "./part.ts";
import { retryAfter } from "./retry.ts";

/** What we had of a file when it was last fetched. */
export interface Known {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Why a file was not got; `kind` is stable. */
export interface FetchFailure {
  readonly kind: "failed";
  readonly problem: { readonly kind: string; readonly message: string };
}

/** What came of asking for a file. */
export type FetchResult =
  | { readonly kind: "fetched"; readonly bytes: Uint8Array; readonly fields: Fields }
  | { readonly kind: "not-modified"; readonly fields: Fields }
  | FetchFailure;

/** What one answer means: the end, or another attempt. */
export type Step = FetchResult | Again;

export interface Again {
  readonly kind: "again";
  readonly reason: string;
  /** What is here already, to go on from. */
  readonly part: Part | null;
  /** The wait that the server asked for, in milliseconds. */
  readonly wait: number | null;
  /** Our conditions misled the server: ask without them. */
  readonly afresh: boolean;
}

/** How the file was asked for. */
export interface Asked {
  readonly known: Known | null;
  readonly part: Part | null;
  readonly mostBytes: number;
  readonly now: Date;
}

/** Says what an answer means. Cuts, timeouts, 408, 429 and 5xx pass; any other wrong answer would come again. */
export function judgeAnswer(answer: Answer, asked: Asked): Step {
  switch (answer.kind) {
    case "none":
      if (!isLasting(answer.code)) return again(answer.reason, { part: asked.part });
      return failed("not-trusted", `Expected a certificate that holds, found: ${answer.reason}`);
    case "too-large":
      return judgeTooLarge(answer, asked.mostBytes);
    case "answered":
      return judgeStatus(answer, asked);
  }
}

type Answered = Extract<Answer, { kind: "answered" }>;

function judgeStatus(answer: Answered, { known, part, mostBytes, now }: Asked): Step {
  const { status, fields } = answer;
  if (status === 200) return take(answer, null, mostBytes);
  if (status === 206 && part) {
    // What does not go on from our part belongs to another file, or to a server that cannot count: all of it anew.
    const joined = joinPart(part, answer);
    return joined ? take(joined, part, mostBytes) : again("a piece that does not follow");
  }
  if (status === 416 && part) return again("no such piece");
  const found = `the answer ${status}`;
  if (status === 304 && known && !part) {
    const date = fields["last-modified"];
    const agrees = date === undefined || date === (known.lastModified ?? date);
    if (agrees) return { kind: "not-modified", fields };
    // Another date and the same ETag: the server does not tell its files apart.
    return again("a file not modified and of another date", { afresh: true });
  }
  if (status === 408 || status === 429 || status >= 500) {
    return again(found, { part, wait: retryAfter(fields["retry-after"], now) });
  }
  const kind = status === 404 || status === 410 ? "not-found" : "wrong-status";
  return failed(kind, `Expected the file, found ${found}`);
}

/** A body that came with 200 or completes our part: whole, or to be gone on with. */
function take(answer: Answered, before: Part | null, mostBytes: number): Step {
  const { fields, body, cut } = answer;
  if (body.length > mostBytes) {
    return failed("too-large", `Expected at most ${mostBytes} bytes, found more`);
  }
  if (cut !== null) {
    const reason = `a download cut off after ${body.length} bytes (${cut})`;
    return again(reason, { part: partOf(answer) ?? before });
  }
  const decoded = decodeBody(body, fields["content-encoding"], mostBytes);
  if (!decoded.ok) return failed("wrong-encoding", decoded.message);
  return { kind: "fetched", bytes: decoded.bytes, fields };
}

function judgeTooLarge(
  { announced, fields, body }: Extract<Answer, { kind: "too-large" }>,
  mostBytes: number,
): Step {
  if (isHtmlPage(fields, body)) return failed("html-instead-of-data", describeHtmlPage(body));
  const found = announced === null ? "more" : `${announced} announced`;
  return failed("too-large", `Expected at most ${mostBytes} bytes, found ${found}`);
}

/** A certificate that is wrong now is wrong in a second. */
function isLasting(code: string): boolean {
  return /CERT|^ERR_TLS|^UNABLE_TO_/.test(code);
}

function again(reason: string, more: Partial<Omit<Again, "kind" | "reason">> = {}): Again {
  return { kind: "again", reason, part: null, wait: null, afresh: false, ...more };
}

/** An end without a file. */
export function failed(kind: string, message: string): FetchFailure {
  return { kind: "failed", problem: { kind, message } };
}
