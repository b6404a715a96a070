/**
 * Asks a server over connections that stay open, for as long as told, and prints what came of it as JSON (`Asked`). A process of its
 * own: what the asking costs falls on no server. The argument is a `Question` as JSON.
 */
import autocannon from "autocannon";
import type { Asked } from "./asking.ts";
import { readQuestion } from "./question.ts";

/** Seconds: whoever waits longer has gone. */
const patience = 30;

const { asks, connections, seconds, perSecond } = readQuestion(process.argv[2]);
let count = 0;
/** Each comes from another reader, as behind a proxy: what one may ask for has a limit. */
function nextReader(): string {
  count += 1;
  return `203.0.${(count >> 8) % 114}.${count % 256}`;
}

const result = await autocannon({
  url: asks[0]?.url ?? "",
  connections,
  duration: seconds,
  timeout: patience,
  ...(perSecond !== undefined && { overallRate: perSecond }),
  requests: asks.map(({ url, method, headers, body }) => ({
    path: new URL(url).pathname + new URL(url).search,
    method,
    ...(body !== undefined && { body }),
    setupRequest: (request) => ({
      ...request,
      headers: { ...headers, "x-forwarded-for": nextReader() },
    }),
  })),
});
const statuses = Object.entries(result.statusCodeStats ?? {});
const good = statuses
  .filter(([status]) => status === "200" || status === "304")
  .reduce((sum, [, { count: some = 0 }]) => sum + some, 0);
const answers = statuses.reduce((sum, [, { count: some = 0 }]) => sum + some, 0);
const asked: Asked = {
  perSecond: answers / result.duration,
  bytes: result.throughput.total / Math.max(1, answers),
  p50: result.latency.p50,
  p99: result.latency.p99,
  failed: result.errors + answers - good,
};
console.log(JSON.stringify(asked));
