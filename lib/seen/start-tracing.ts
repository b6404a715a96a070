import { withoutAddresses } from "./trace-exporter.ts";

/**
 * Sends spans to the collector of `OTEL_EXPORTER_OTLP_ENDPOINT` (OTLP over HTTP, as JSON). Without one nothing is loaded, and
 * every span is a word without an effect. The other variables of OpenTelemetry (`OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_SERVICE_NAME`,
 * `OTEL_TRACES_SAMPLER`, …) are read by its own code.
 */
export async function startTracing(): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT } = process.env;
  if (!(OTEL_EXPORTER_OTLP_ENDPOINT || OTEL_EXPORTER_OTLP_TRACES_ENDPOINT)) return;
  const { BatchSpanProcessor, NodeTracerProvider } = await import("@opentelemetry/sdk-trace-node");
  const { detectResources, envDetector, resourceFromAttributes } =
    await import("@opentelemetry/resources");
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  const named = resourceFromAttributes({ "service.name": "tickmark" });
  const provider = new NodeTracerProvider({
    // What is set outside goes before.
    resource: named.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(withoutAddresses(new OTLPTraceExporter()))],
  });
  provider.register();
  globalThis.tickmarkStopTracing = () => provider.shutdown();
}

declare global {
  /** Sends what was not sent yet, and ends: for a server that ends. */
  var tickmarkStopTracing: (() => Promise<void>) | undefined;
}
