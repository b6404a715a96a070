import { createHash } from "node:crypto";
import { get, type Agent, type RequestOptions } from "node:http";
import { buffer } from "node:stream/consumers";

/** One question, and one more for each connection that a load keeps open. */
const maxAttempts = 9;

/** What came of one question. */
export interface Answer {
  /** 0 where there was none: then `text` is the reason. */
  readonly status: number;
  readonly text: string;
}

/**
 * Asks for a path at a server; `localAddress` is the asker's own. Never rejects. A server may close a connection that was kept open at
 * the very moment when the next question is sent on it; as browsers do (RFC 9110, 9.2.2), that question is asked again, on another.
 */
export async function ask(
  url: string,
  {
    agent,
    headers = {},
    localAddress,
  }: { agent?: Agent; headers?: Record<string, string>; localAddress?: string } = {},
): Promise<Answer> {
  const options = { headers, ...(localAddress && { localAddress }) };
  for (let attempt = 1; ; attempt++) {
    const { wasClosed, answer } = await askOnce(url, { ...options, agent: agent ?? false });
    // Every connection that is kept open may have been closed by then, one after the other.
    if (!wasClosed || attempt === maxAttempts) return answer;
  }
}

function askOnce(
  url: string,
  options: RequestOptions,
): Promise<{ answer: Answer; wasClosed: boolean }> {
  return new Promise((resolve) => {
    let hasBegun = false;
    const request = get(url, options, (response) => {
      hasBegun = true;
      const status = response.statusCode ?? 0;
      buffer(response).then(
        (bytes) => resolve({ answer: { status, text: bytes.toString("utf8") }, wasClosed: false }),
        fail,
      );
    });
    const fail = (error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      const wasClosed = request.reusedSocket && !hasBegun && codeOf(error) === "ECONNRESET";
      resolve({ answer: { status: 0, text }, wasClosed });
    };
    request.setTimeout(60_000, () => request.destroy(new Error("no answer in a minute")));
    request.on("error", fail);
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

const marks = /tickmark:vintages\\?"[ ,]\\?"?content\\?"?[=:]\\?"([0-9a-f]+(?: [a-z0-9-]+)?)/g;

/** The vintages that an answer says it is made of, in its head and in what it tells the browser's code. One, unless it is mixed. */
export function vintagesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(marks)].map(([, mark = ""]) => mark));
}

/**
 * What readers are shown by an answer, in short: two answers with the same name show the same. The parts of a page that are for
 * the browser's code come in any order, so those are left out.
 */
export function shownBy(text: string): string {
  const shown = text.startsWith("<!DOCTYPE html>")
    ? text.replace(/<script\b[\s\S]*?<\/script>/g, "")
    : text;
  return createHash("sha256").update(shown).digest("hex").slice(0, 16);
}
