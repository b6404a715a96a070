import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-node";

/** What is told of a span: none of it holds an address, which may have a reader's words in it, or anything of who asks. */
const told: ReadonlySet<string> = new Set([
  ...["http.request.method", "http.response.status_code", "http.method", "http.status_code"],
  ...["error.type", "db.system.name", "tickmark.request", "tickmark.page"],
  ...["next.span_type", "next.span_category", "next.rsc"],
  ...["next.fetch.idx", "next.fetch.cache_status", "next.clientComponentLoadCount"],
]);
/** The tracer of our own spans, which are named after routes, stores and actions. */
const ours = "tickmark";

/** An exporter that sends on what it is given, without addresses, the words of errors and what is told of askers. */
export function withoutAddresses(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(plain), done),
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush
      ? { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() }
      : {}),
  };
}

/** The same span but for these. Next writes the pattern of a route where it knows one, and what was asked where it does not. */
function plain(span: ReadableSpan): ReadableSpan {
  const isOurs = span.instrumentationScope.name === ours;
  const kept = Object.entries(span.attributes).filter(
    ([name]) => told.has(name) || (isOurs && name === "http.route"),
  );
  const { parentSpanContext } = span;
  return {
    ...{
      name: isOurs ? span.name : kindOf(span),
      kind: span.kind,
      spanContext: () => span.spanContext(),
    },
    ...(parentSpanContext === undefined ? {} : { parentSpanContext }),
    ...{ startTime: span.startTime, endTime: span.endTime, duration: span.duration },
    attributes: Object.fromEntries(kept),
    status: { code: span.status.code },
    events: span.events.filter(({ name }) => name !== "exception"),
    ...{ links: span.links, ended: span.ended, resource: span.resource },
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
  };
}

/** What Next was doing, such as `BaseServer.handleRequest`; of another library its name. */
function kindOf({ attributes, instrumentationScope }: ReadableSpan): string {
  const type = attributes["next.span_type"];
  return typeof type === "string" ? type : instrumentationScope.name;
}
