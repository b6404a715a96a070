import { createServer } from "node:http";
import { z } from "zod";

const value = z.object({ stringValue: z.string().optional(), intValue: z.number().optional() });
const attributes = z.array(z.object({ key: z.string(), value })).default([]);
const spanShape = z.object({
  ...{ traceId: z.string(), spanId: z.string(), parentSpanId: z.string().optional() },
  ...{ name: z.string(), kind: z.number(), attributes },
  status: z.object({ code: z.number().optional(), message: z.string().optional() }).default({}),
  events: z.array(z.unknown()).default([]),
});
const sentShape = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(spanShape) })),
    }),
  ),
});

/** A span as a collector gets it. */
export type SentSpan = z.infer<typeof spanShape>;

/** A collector of OpenTelemetry on the loopback, for tests: it takes OTLP over HTTP as JSON, and refuses what is no such thing. */
export async function startCollector(): Promise<{
  readonly url: string;
  readonly spans: SentSpan[];
  /** All that was sent, as it came. */
  readonly bodies: string[];
  /** `service.name` and the like. */
  readonly resource: Record<string, string | undefined>;
  close(): Promise<void>;
}> {
  const [spans, bodies, resource]: [SentSpan[], string[], Record<string, string | undefined>] = [
    [],
    [],
    {},
  ];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      const sent = sentShape.parse(JSON.parse(body));
      bodies.push(body);
      for (const { resource: of, scopeSpans } of sent.resourceSpans) {
        for (const each of of.attributes) resource[each.key] = each.value.stringValue;
        spans.push(...scopeSpans.flatMap((scope) => scope.spans));
      }
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("It has no port");
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${address.port}`, spans, bodies, resource, close };
}

/** The value of an attribute of a span. */
export function attributeOf(span: SentSpan | undefined, name: string): string | number | undefined {
  const found = span?.attributes.find(({ key }) => key === name)?.value;
  return found?.stringValue ?? found?.intValue;
}
