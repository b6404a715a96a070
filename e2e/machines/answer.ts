import { createHash } from "node:crypto";
import { get, type Agent } from "node:http";
import { buffer } from "node:stream/consumers";

/** What came of one question. */
export interface Answer {
  /** 0 where there was none: then `text` is the reason. */
  readonly status: number;
  readonly text: string;
}

/** Asks for a path at a server; `localAddress` is the asker's own. Never rejects. */
export function ask(
  url: string,
  {
    agent,
    headers = {},
    localAddress,
  }: { agent?: Agent; headers?: Record<string, string>; localAddress?: string } = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const fail = (error: unknown) =>
      resolve({ status: 0, text: error instanceof Error ? error.message : String(error) });
    const options = { agent: agent ?? false, headers, ...(localAddress && { localAddress }) };
    const request = get(url, options, (response) => {
      const status = response.statusCode ?? 0;
      buffer(response).then((bytes) => resolve({ status, text: bytes.toString("utf8") }), fail);
    });
    request.setTimeout(60_000, () => request.destroy(new Error("no answer in a minute")));
    request.on("error", fail);
  });
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
