import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-node";

/** What Next writes addresses into, with what readers asked after the question mark. */
const addresses = ["http.target", "http.url", "url.full", "url.path"];

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

/** The same span but for these; what else it has, and its methods, stay its own. */
function plain(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(
    Object.entries(span.attributes)
      .filter(([name]) => !forNobody.test(name))
      .map(([name, value]) => [
        name,
        addresses.includes(name) || name === "next.span_name" ? cut(value) : value,
      ]),
  );
  const { code } = span.status;
  return Object.create(span, {
    name: { value: cut(span.name), enumerable: true },
    attributes: { value: attributes, enumerable: true },
    status: { value: { code }, enumerable: true },
    events: { value: span.events.filter(({ name }) => name !== "exception"), enumerable: true },
  });
}

/** Addresses of clients, what they surf with, and what they ask. */
const forNobody =
  /^(?:client\.|user_agent\.|http\.user_agent|http\.client_ip|net\.peer\.|network\.peer\.|url\.query)/;

function cut<T>(value: T): T | string {
  return typeof value === "string" ? value.replace(/\?.*$/s, "") : value;
}
