import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Span,
} from "@opentelemetry/api";
import { requestId, requestIdHeader } from "#lib/seen/request-id";
import { inRequest, type PageOutcome, type RequestScope } from "#lib/seen/request-scope";
import { routesOf, type Route } from "#lib/seen/route-pattern";
import { seen } from "#lib/seen/seen";
import { isTrusted, type TrustedProxies } from "./trusted-proxies.ts";

/** What was asked, as it came: what follows changes the request. */
interface Asked {
  readonly scope: RequestScope;
  readonly method: string;
  /** Without its query, which holds what readers typed. */
  readonly path: string;
  readonly route: Route;
}

/** Is given the headers that name the request, which its answer is to carry. */
type Work = (named: readonly (readonly [name: string, value: string])[]) => void;

const methods = ["GET", "HEAD", "POST", "OPTIONS"];

/**
 * Gives each request an id, under which it is to be answered and is logged and traced, and counts it when it has been answered.
 * `listFile` is the build's list of routes; the ids of `proxies` are taken over, and the traces of those that were named. Who asks,
 * from what program, and for what in a query or a body is written nowhere.
 */
export function watchRequests(
  listFile: string,
  proxies: TrustedProxies,
): (request: IncomingMessage, response: ServerResponse, work: Work) => void {
  const routeAt = routesOf(JSON.parse(readFileSync(listFile, "utf8")));
  const { meters } = seen();
  return (request, response, work) => {
    const began = performance.now();
    const { method = "", socket, headers } = request;
    const isFromProxy = isTrusted(proxies, socket.remoteAddress);
    const id = requestId(headers[requestIdHeader], isFromProxy);
    const scope: RequestScope = { id, outages: 0 };
    const path = (request.url ?? "").replace(/^https?:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
    const asked: Asked = { scope, path, route: routeAt(path), method: nameOf(method) };
    // For pages that fail: Next hands the headers on with the error (instrumentation.ts).
    headers[requestIdHeader] = scope.id;
    const named = namesOf(asked);
    meters.active.inc();
    const sentBefore = socket.bytesWritten;
    const answered = (span?: Span) =>
      response.once("close", () => {
        meters.active.dec();
        const bytes = Math.max(0, socket.bytesWritten - sentBefore);
        account(asked, response, { bytes, ms: performance.now() - began });
        if (span) endSpan(span, asked, response);
      });
    inRequest(scope, () => {
      if (globalThis.tickmarkStopTracing === undefined) {
        answered();
        work(named);
        return;
      }
      const isTraced = isFromProxy && proxies.areNamed;
      const parent = isTraced ? propagation.extract(context.active(), headers) : context.active();
      const span = trace
        .getTracer("tickmark")
        .startSpan(`${asked.method} ${asked.route.pattern}`, { kind: SpanKind.SERVER }, parent);
      answered(span);
      context.with(trace.setSpan(parent, span), () => work(named));
    });
  };
}

/** The script of a page that failed reads the second (app/_components/site/request-reference.ts); scripts and styles show nothing. */
function namesOf({ scope: { id }, route: { group } }: Asked): [name: string, value: string][] {
  const header: [string, string] = ["X-Request-Id", id];
  return group === "static" ? [header] : [header, ["Server-Timing", `request;desc="${id}"`]];
}

/** Of methods that nobody should use there are as many as strangers like. */
function nameOf(method: string): string {
  return methods.includes(method) ? method : "other";
}

function account(
  { scope, method, path, route }: Asked,
  response: ServerResponse,
  { bytes, ms }: { readonly bytes: number; readonly ms: number },
): void {
  const { log, meters } = seen();
  const status = response.statusCode;
  const isCut = !response.writableFinished;
  const page = pageOutcome(scope, response);
  const { pattern, group } = route;
  // Who asks how we are is no reader, and that we are not ready is no failure.
  if (group !== "own") {
    meters.requests.inc({ method, route: pattern, status: `${Math.floor(status / 100)}xx` });
    meters.requestTime.observe({ group }, ms / 1000);
    meters.bytes.inc({ group }, bytes);
  }
  if (page !== undefined) meters.pages.inc({ outcome: page });
  const line = {
    ...{ request: scope.id, method, route: pattern, status, bytes, ms: Math.round(ms * 10) / 10 },
    // What is nothing of ours is what a stranger has typed, be it in the place of a page's name.
    ...(group === "other" || !isThere(status) ? {} : { path: path.slice(0, 200) }),
    ...(page === undefined ? {} : { page }),
    ...(isCut ? { cut: true } : {}),
    ...(scope.outages === 0 ? {} : { outages: scope.outages }),
  };
  if (group === "own") log.debug(line, "answered");
  else if (status >= 500) log.warn(line, "failed");
  else if (group === "static") log.debug(line, "answered");
  else log.info(line, "answered");
}

/** Whether there is such a page, as far as a status says. */
function isThere(status: number): boolean {
  return status < 300 || status === 304 || status >= 500;
}

/** What was sent again without Next is the page that Next had kept. */
function pageOutcome(scope: RequestScope, response: ServerResponse): PageOutcome | undefined {
  return scope.page ?? (response.getHeader("x-nextjs-cache") === "HIT" ? "kept" : undefined);
}

function endSpan(span: Span, { scope, method, route }: Asked, response: ServerResponse): void {
  const page = pageOutcome(scope, response);
  span.setAttributes({
    "http.request.method": method,
    "http.route": route.pattern,
    "http.response.status_code": response.statusCode,
    "tickmark.request": scope.id,
    ...(page === undefined ? {} : { "tickmark.page": page }),
  });
  if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
