/**
 * Asks one server over connections that stay open, for as long as told, and prints what came of it as JSON (`Asked`). A process of its
 * own: what the asking costs falls on neither server. The argument is a `Question` as JSON.
 */
import autocannon from "autocannon";
import type { Asked } from "./asking.ts";
import { readQuestion } from "./question.ts";

const { url, connections, seconds, perSecond, method, headers, body } = readQuestion(
  process.argv[2],
);
let count = 0;
const { requests, latency, errors, non2xx, throughput } = await autocannon({
  url,
  connections,
  duration: seconds,
  timeout: 10,
  ...(perSecond !== undefined && { overallRate: perSecond }),
  requests: [
    {
      method,
      headers: { ...headers },
      ...(body !== undefined && { body }),
      // Each comes from another reader, as behind a proxy: what one may ask for has a limit.
      setupRequest: (request) => {
        count += 1;
        const from = `203.0.${(count >> 8) % 114}.${count % 256}`;
        return { ...request, headers: { ...request.headers, "x-forwarded-for": from } };
      },
    },
  ],
});
const asked: Asked = {
  perSecond: requests.average,
  bytes: throughput.total / Math.max(1, requests.total),
  p50: latency.p50,
  p99: latency.p99,
  failed: errors + non2xx,
};
console.log(JSON.stringify(asked));
