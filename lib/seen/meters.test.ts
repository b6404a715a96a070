import { expect, test } from "vitest";
import { makeMeters } from "./meters.ts";

test("every meter bears our name and says what it is", async () => {
  const { registry } = makeMeters({ withProcess: false });
  const all = await registry.getMetricsAsJSON();
  expect(all.length).toBeGreaterThan(20);
  for (const { name, help } of all) {
    expect(name).toMatch(/^tickmark_[a-z_]+$/);
    expect(help).toMatch(/^.{10,}\.$/);
  }
});

test("meters are written as Prometheus reads them", async () => {
  const { registry, requests, requestTime } = makeMeters({ withProcess: false });
  requests.inc({ method: "GET", route: "/articles/[slug]", status: "2xx" });
  requestTime.observe({ group: "page" }, 0.003);
  const text = await registry.metrics();
  expect(text).toContain(
    'tickmark_requests_total{method="GET",route="/articles/[slug]",status="2xx"} 1',
  );
  expect(text).toContain('tickmark_request_seconds_bucket{le="0.0025",group="page"} 0');
  expect(text).toContain('tickmark_request_seconds_bucket{le="0.005",group="page"} 1');
});

test("a process tells of its memory, processor and event loop besides", async () => {
  const text = await makeMeters().registry.metrics();
  for (const name of [
    "process_resident_memory_bytes",
    "process_cpu_seconds_total",
    "nodejs_eventloop_lag_p99_seconds",
  ])
    expect(text).toContain(`\n${name} `);
});
