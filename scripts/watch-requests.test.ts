import { createServer, type Server } from "node:http";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { SpanStatusCode, trace } from "@opentelemetry/api";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { makeLog } from "#lib/seen/log";
import { makeMeters } from "#lib/seen/meters";
import { requestScope } from "#lib/seen/request-scope";
import { startTracing } from "#lib/seen/start-tracing";
import { inSpan } from "#lib/seen/trace";
import { attributeOf, startCollector } from "./trace-collector.ts";
import { readTrustedProxies } from "./trusted-proxies.ts";
import { watchRequests } from "./watch-requests.ts";

const lines: string[] = [];
let folder: string;
let server: Server;
let origin: string;
let proxies = readTrustedProxies("127.0.0.1");

beforeAll(async () => {
  const log = makeLog("debug", { write: (line) => void lines.push(line) });
  const meters = makeMeters({ withProcess: false });
  globalThis.tickmarkSeen = { log, meters, beforeReading: new Map() };
  folder = await mkdtemp(path.join(tmpdir(), "tickmark-routes-"));
  const listFile = path.join(folder, "routes-manifest.json");
  const routes = {
    staticRoutes: [{ page: "/check" }, { page: "/search" }],
    dynamicRoutes: [{ page: "/articles/[slug]", regex: "^/articles/([^/]+?)(?:/)?$" }],
  };
  await writeFile(listFile, JSON.stringify(routes));
  server = createServer((request, response) => {
    const watch = watchRequests(listFile, proxies);
    watch(request, response, (named) => {
      for (const [name, value] of named) response.setHeader(name, value);
      const fail = request.url?.includes("fail");
      const answer = async () => {
        await inSpan("store as-of", {}, async () => Promise.resolve());
        const scope = requestScope();
        if (scope) scope.page = "made";
        const status = /\d{3}$/.exec(request.url ?? "")?.[0];
        response.writeHead(fail ? 500 : Number(status ?? 200)).end("an answer");
      };
      void answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("It has no port");
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
  globalThis.tickmarkSeen = undefined;
});
beforeEach(() => {
  proxies = readTrustedProxies("127.0.0.1");
  lines.length = 0;
});

/** What only who asks may know. */
const secrets = {
  "user-agent": "SecretBrowser/9",
  "x-forwarded-for": "203.0.113.77",
  cookie: "secret-cookie=1",
  referer: "https://secret-referrer.example/",
};

async function ask(target: string, headers: Record<string, string> = {}) {
  const answer = await fetch(origin + target, { headers: { ...secrets, ...headers } });
  await answer.arrayBuffer();
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  return answer;
}

test("a request is one line, with its route and outcome, and nothing of who asked what", async () => {
  const answer = await ask("/search?q=secret+words#secret");
  const id = answer.headers.get("x-request-id");
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get("server-timing")).toBe(`request;desc="${id}"`);
  const { ms, bytes, time, ...others } = z.looseObject({}).parse(JSON.parse(lines[0] ?? ""));
  expect(others).toEqual({
    ...{ level: "info", msg: "answered", pid: process.pid, request: id, method: "GET" },
    ...{ status: 200, page: "made", route: "/search", path: "/search" },
  });
  expect([typeof ms, typeof bytes, typeof time]).toEqual(["number", "number", "string"]);
  expect(lines.join("")).not.toMatch(/secret|203\.0\.113|127\.0\.0\.1/i);
});

test("of an address that nobody has, not even the path is written", async () => {
  await ask("/people/jane.doe@example.com");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ route: "other", status: 200 });
  expect(lines[0]).not.toContain("jane");
});

test.each([400, 404, 410, 308])(
  "where a page's name would stand, a name that no page has is not written: %d",
  async (status) => {
    await ask(`/articles/jane.doe@example.com?${status}`);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ route: "/articles/[slug]", status });
    expect(lines[0]).not.toContain("jane");
  },
);

test("the id of a proxy nearby is taken; what could be no id is not", async () => {
  const given = { "x-request-id": "0af7651916cd43dd8448eb211c80319c" };
  expect((await ask("/check", given)).headers.get("x-request-id")).toBe(given["x-request-id"]);
  lines.length = 0;
  const made = await ask("/check", { "x-request-id": "a line of words" });
  expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("the id of whoever is no proxy of ours is not, be it a machine nearby", async () => {
  const given = { "x-request-id": "0af7651916cd43dd8448eb211c80319c" };
  proxies = readTrustedProxies("10.0.0.1");
  expect((await ask("/check", given)).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  lines.length = 0;
  proxies = readTrustedProxies(undefined);
  expect((await ask("/check", given)).headers.get("x-request-id")).toBe(given["x-request-id"]);
});

test("files of the build are told when everything is, and failures always", async () => {
  await ask("/_next/static/chunks/a.js");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "debug", route: "/_next/static" });
  lines.length = 0;
  await ask("/check?fail");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "warn", status: 500 });
});

test("who asks how we are is no reader: a server that is not ready has not failed", async () => {
  await ask("/readyz?fail");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "debug", status: 500 });
  const { registry } = makeMetersOfTest();
  expect(await registry.metrics()).not.toContain('route="/readyz"');
});

test("requests are counted by route and class of status, and timed by family", async () => {
  const { registry } = makeMetersOfTest();
  const text = await registry.metrics();
  expect(text).toContain('tickmark_requests_total{method="GET",route="/search",status="2xx"} 1');
  expect(text).toContain('tickmark_requests_total{method="GET",route="/check",status="5xx"} 1');
  expect(text).toContain('tickmark_request_seconds_count{group="static"} 1');
  expect(text).toContain('tickmark_pages_total{outcome="made"}');
  expect(text).toContain("tickmark_requests_active 0");
});

function makeMetersOfTest() {
  const meters = globalThis.tickmarkSeen?.meters;
  if (!meters) throw new TypeError("There are no meters");
  return meters;
}

test("without a collector there are no spans; with one, a request is a tree of them without an address", async () => {
  await startTracing();
  expect(globalThis.tickmarkStopTracing).toBeUndefined();
  const collector = await startCollector();
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url);
  vi.stubEnv("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=trial");
  try {
    await startTracing();
    const parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    await ask("/articles/a-thing?q=secret+words", { traceparent: parent });
    lines.length = 0;
    proxies = readTrustedProxies(undefined);
    await ask("/search", { traceparent: parent });
    lines.length = 0;
    await ask("/check?fail=secret");
    // As Next does: the whole address in attributes and in the name, and the words of an error.
    trace.getTracer("next.js").startActiveSpan(
      "GET /articles/secret@example.com?q=secret",
      {
        attributes: {
          "http.target": "/articles/secret@example.com?q=secret",
          ...{ "http.route": "/secret", "next.route": "/secret", "next.span_name": "secret" },
          ...{ "user_agent.original": "secret", "of.tomorrow": "secret" },
          ...{ "next.span_type": "BaseServer.handleRequest", "http.method": "GET" },
        },
      },
      (span) => {
        span.recordException(new Error("secret words"));
        span.setStatus({ code: SpanStatusCode.ERROR, message: "secret words" });
        span.end();
      },
    );
    await globalThis.tickmarkStopTracing?.();
  } finally {
    vi.unstubAllEnvs();
    await collector.close();
  }
  const { spans, bodies, resource } = collector;
  const named = (name: string) => spans.find((span) => span.name === name);
  const request = named("GET /articles/[slug]");
  expect(request).toMatchObject({
    ...{ traceId: "0af7651916cd43dd8448eb211c80319c", parentSpanId: "b7ad6b7169203331", kind: 2 },
  });
  expect(attributeOf(request, "http.response.status_code")).toBe(200);
  expect(attributeOf(request, "tickmark.page")).toBe("made");
  expect(named("store as-of")).toMatchObject({ parentSpanId: request?.spanId });
  expect(named("GET /check")?.status.code).toBe(2);
  // Of a machine that is only nearby nobody knows whose word it hands on.
  expect(named("GET /search")?.traceId).toMatch(/^(?!0af765)[0-9a-f]{32}$/);
  expect(attributeOf(request, "http.route")).toBe("/articles/[slug]");
  expect(attributeOf(named("BaseServer.handleRequest"), "http.method")).toBe("GET");
  expect(resource).toMatchObject({
    "service.name": "tickmark",
    "deployment.environment.name": "trial",
  });
  expect(bodies.join("")).not.toMatch(/secret/i);
});
