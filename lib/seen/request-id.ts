import { randomUUID } from "node:crypto";

/** What we send, log and take. */
export const requestIdHeader = "x-request-id";

/** As proxies make them: UUIDs, hex, counters with a host's name. Nothing that could be a line of a log, or a sentence. */
const sane = /^[\w.:-]{8,64}$/;

/** The id that a trusted proxy gave the request, so that its log and ours can be read together; a new one otherwise. */
export function requestId(
  given: string | readonly string[] | undefined,
  isTrusted: boolean,
): string {
  return isTrusted && typeof given === "string" && sane.test(given) ? given : randomUUID();
}
