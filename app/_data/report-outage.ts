import "server-only";
import { requestScope } from "#lib/seen/request-scope";
import { seen } from "#lib/seen/seen";

/** How long the same line is not written again: an outage is one event, however many readers meet it. */
const quietFor = 10_000;

let last = { line: "", at: -Infinity };

/**
 * Writes one line to the log about a store that failed while `what` was made, and counts it, each time. A mistake of ours is no
 * outage and is thrown again: it belongs in the log with its stack.
 */
export function reportOutage(what: string, error: unknown): void {
  if (error instanceof TypeError || error instanceof RangeError) throw error;
  const { log, meters } = seen();
  meters.outages.inc();
  const scope = requestScope();
  if (scope) scope.outages += 1;
  const message = error instanceof Error ? error.message : String(error);
  // Prisma's messages begin with the query and end with the reason.
  const line = `${what}: ${message.trim().split("\n").at(-1) ?? ""}`;
  const now = performance.now();
  if (line === last.line && now - last.at < quietFor) return;
  last = { line, at: now };
  log.error(line);
}
