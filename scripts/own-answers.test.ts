import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { seen } from "#lib/seen/seen";
import { OwnAnswers } from "./own-answers.ts";
import { Readiness } from "./readiness.ts";

const token = "a-token-of-some-length";
let server: Server;
let readiness: Readiness;
let isStopping: boolean;
let origin: string;

beforeEach(async () => {
  isStopping = false;
  readiness = new Readiness(() => isStopping);
  const own = new OwnAnswers(readiness, token);
  server = createServer((request, response) => {
    void own.answer(request, response).then((isAnswered) => {
      if (!isAnswered) response.writeHead(404).end("no such page");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${portOf(server.address())}`;
});
afterEach(async () => {
  globalThis.tickmarkStanding = undefined;
  seen().beforeReading.clear();
  await new Promise((resolve) => server.close(resolve));
});

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new TypeError("It has no port");
  return address.port;
}

async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(origin + path, { headers: { connection: "close", ...headers } });
  const caching = answer.headers.get("cache-control");
  return { status: answer.status, caching, text: await answer.text() };
}

test("a process that lives says so, whatever it lacks", async () => {
  globalThis.tickmarkStanding = () => Promise.reject(new Error("never asked"));
  expect(await ask("/healthz")).toEqual({ status: 200, caching: "no-store", text: "alive\n" });
});

test("it is ready from its first page on until it is told to stop", async () => {
  const told = async () => {
    const { status, text, caching } = await ask("/readyz");
    expect(caching).toBe("no-store");
    const json: unknown = JSON.parse(text);
    return [status, json];
  };
  expect(await told()).toEqual([503, { status: "starting", degraded: [] }]);
  readiness.open();
  expect(await told()).toEqual([200, { status: "ready", degraded: [] }]);
  isStopping = true;
  expect(await told()).toEqual([503, { status: "stopping", degraded: [] }]);
});

test("it stays ready without the store, and says what it lacks", async () => {
  readiness.open();
  globalThis.tickmarkStanding = () => Promise.resolve({ store: false, content: true });
  const { status, text } = await ask("/readyz");
  expect([status, JSON.parse(text)]).toEqual([200, { status: "ready", degraded: ["store"] }]);
});

test("machines nearby read the meters; who came through a proxy needs the token", async () => {
  const own = await ask("/metrics");
  expect(own).toMatchObject({ status: 200, caching: "no-store" });
  expect(own.text).toContain("tickmark_ready 0");
  const through = { "x-forwarded-for": "203.0.113.7" };
  expect(await ask("/metrics", through)).toMatchObject({ status: 404, text: "no such page" });
  for (const authorization of [`Bearer ${token}x`, "Bearer ", `Basic ${token}`, token])
    expect((await ask("/metrics", { ...through, authorization })).status).toBe(404);
  const allowed = { ...through, authorization: `Bearer ${token}` };
  expect((await ask("/metrics", allowed)).status).toBe(200);
});

test("a meter that cannot be brought up to date keeps none of the others", async () => {
  const { beforeReading, meters } = seen();
  beforeReading.set("broken", () => Promise.reject(new Error("no store")));
  beforeReading.set("thrown", () => {
    throw new Error("no site");
  });
  beforeReading.set("good", () => meters.articles.set(7));
  expect((await ask("/metrics")).text).toContain("tickmark_articles 7");
});

test("other addresses and methods are left to the site", async () => {
  for (const path of ["/", "/healthz/x", "/metricsx", "/readyz/"])
    expect((await ask(path)).status).toBe(404);
  expect((await fetch(`${origin}/healthz`, { method: "POST" })).status).toBe(404);
});
