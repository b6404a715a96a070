import { STATUS_CODES } from "node:http";
import { openToAll } from "../app/_http/api-response.ts";
import type { Refused } from "./door.ts";

/** Whether an address is the API's, in the form a browser or a proxy sends it, malformed or not. */
export function isOfApi(url: string | undefined): boolean {
  return /^(?:https?:\/\/[^/?#]*)?\/api(?:[/?#]|$)/i.test(url ?? "");
}

/**
 * What is sent instead of an answer of Next's. A program is told as the API tells everything else: as a problem, here
 * without a type of its own (RFC 9457, section 4.2.1), open to pages of other sites.
 */
export function doorAnswer(
  { status, text, headers }: Refused,
  url: string | undefined,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  if (!isOfApi(url)) {
    return { headers: { "Content-Type": "text/plain; charset=utf-8", ...headers }, body: text };
  }
  const title = STATUS_CODES[status];
  return {
    headers: { ...openToAll, "Content-Type": "application/problem+json", ...headers },
    body: JSON.stringify({ type: "about:blank", title, status, detail: text }),
  };
}
