import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** Bounds of waiting, in seconds: what is fast is a millisecond, what is slow ends after fifteen seconds (lib/store/store.ts). */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** All that is counted, in one registry. */
export type Meters = ReturnType<typeof makeMeters>;

/**
 * Makes the meters of a process. Every label has values of a short, fixed list (routes of the build, releases of the catalogue,
 * names in the code), so that no reader can make series. `withProcess` adds those of Node: memory, processor, event loop.
 */
export function makeMeters({ withProcess = true } = {}) {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({ register: registry });
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Counter({ name: `tickmark_${name}`, help, labelNames, registers });
  const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Gauge({ name: `tickmark_${name}`, help, labelNames, registers });
  const timer = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Histogram({ name: `tickmark_${name}`, help, labelNames, registers, buckets: seconds });
  return {
    registry,
    requests: counter("requests_total", "Requests answered, by route and class of status.", [
      "method",
      "route",
      "status",
    ]),
    requestTime: timer("request_seconds", "How long answers took, from the request's head on.", [
      "group",
    ]),
    bytes: counter("response_bytes_total", "Bytes of answers, as sent.", ["group"]),
    active: gauge("requests_active", "Requests that are being answered.", []),
    pages: counter(
      "pages_total",
      "What the cache of pages had: kept, made anew, or kept because the store could not be asked.",
      ["outcome"],
    ),
    actions: counter("actions_total", "Server actions, by what came of them.", [
      "action",
      "outcome",
    ]),
    actionTime: timer("action_seconds", "How long server actions took.", ["action"]),
    connections: gauge("database_connections", "Connections to the store; waiting: for one.", [
      "pool",
      "state",
    ]),
    queryTime: timer("query_seconds", "How long the store took to answer.", ["pool"]),
    queryFailures: counter("query_failures_total", "Queries that the store failed.", ["pool"]),
    outages: counter("outages_total", "What could not be done because something failed.", []),
    refusals: counter("allowances_refused_total", "Askers told to wait, by what they asked.", [
      "of",
    ]),
    gateRuns: counter("gate_runs_total", "Times the gate was asked of changed content.", [
      "outcome",
    ]),
    gateTime: timer("gate_seconds", "How long the gate took.", []),
    ready: gauge("ready", "1 while this process takes requests.", []),
    storeReachable: gauge("store_reachable", "1 when the store answered when last asked.", []),
    contentAccepted: gauge(
      "content_accepted",
      "1 when the content in the folder has passed the gate and is shown.",
      [],
    ),
    vintageAge: gauge(
      "vintage_age_seconds",
      "Since the day of the newest vintage held began, in UTC.",
      ["release"],
    ),
    nextRelease: gauge(
      "next_release_seconds",
      "Until the next release of the calendar, at 16:00 in New York; NaN when it has none.",
      [],
    ),
    missedReleases: gauge(
      "releases_missed",
      "Days of the calendar that have passed since the newest vintage held, of which nothing is held.",
      [],
    ),
    articles: gauge("articles", "Articles that readers are shown.", []),
    claims: gauge("claims", "Claims of these, by how they stand against the newest vintage.", [
      "standing",
    ]),
    syncAge: gauge("sync_age_seconds", "Since tickmark sync last asked for a release.", [
      "release",
    ]),
    syncGoodAge: gauge(
      "sync_good_age_seconds",
      "Since it last got a file that was loaded or held.",
      ["release"],
    ),
    syncOutcome: gauge("sync_outcome", "1 for what came of the last time.", ["release", "outcome"]),
  };
}
