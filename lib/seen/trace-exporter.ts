import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-node";

/** What Next writes addresses into, with what readers asked after the question mark. */
const addresses = ["http.target", "http.url", "url.full", "url.path", "next.span_name"];

/** An exporter that sends on what it is given, without the queries of addresses, the words of errors and what is told of askers. */
export function withoutQueries(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(plain), done),
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush
      ? { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() }
      : {}),
  };
}

/** The same span but for these. */
function plain(span: ReadableSpan): ReadableSpan {
  const kept = Object.entries(span.attributes).filter(([name]) => !forNobody.test(name));
  const { parentSpanContext } = span;
  return {
    ...{ name: withoutQuery(span.name), kind: span.kind, spanContext: () => span.spanContext() },
    ...(parentSpanContext === undefined ? {} : { parentSpanContext }),
    ...{ startTime: span.startTime, endTime: span.endTime, duration: span.duration },
    attributes: Object.fromEntries(
      kept.map(([name, value]) => [name, addresses.includes(name) ? cut(value) : value]),
    ),
    status: { code: span.status.code },
    events: span.events.filter(({ name }) => name !== "exception"),
    ...{ links: span.links, ended: span.ended, resource: span.resource },
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
  };
}

/** Addresses of clients, what they surf with, and what they ask. */
const forNobody =
  /^(?:client\.|user_agent\.|http\.user_agent|http\.client_ip|net\.peer\.|network\.peer\.|url\.query)/;

function cut<T>(value: T): T | string {
  return typeof value === "string" ? withoutQuery(value) : value;
}

function withoutQuery(text: string): string {
  return text.replace(/\?.*$/s, "");
}
