import {
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
  type SpanOptions,
} from "@opentelemetry/api";

/**
 * Does work in a span: its time, and whether it failed, are told to the collector when there is one (`start-tracing.ts`), and
 * nothing happens besides when there is none. What readers typed belongs in no attribute.
 */
export async function inSpan<T>(
  name: string,
  options: SpanOptions & { readonly attributes?: Attributes },
  work: (span: Span) => Promise<T>,
): Promise<T> {
  return trace.getTracer("tickmark").startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Says that what a span is of has failed; of the error its kind only, since messages may hold what was asked. */
export function failSpan(span: Span, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  span.setStatus({ code: SpanStatusCode.ERROR, message: name });
  span.setAttribute("error.type", name);
}
