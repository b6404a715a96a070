import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { seen } from "#lib/seen/seen";
import { OwnAnswers } from "./own-answers.ts";
import { Readiness } from "./readiness.ts";

const token = "a-token-of-some-length";
let server: Server;
let readiness: Readiness;
let isStopping: boolean;
let own: OwnAnswers;
let origin: string;

beforeEach(async () => {
  isStopping = false;
  readiness = new Readiness(() => isStopping);
  own = new OwnAnswers(readiness, undefined, "https://tickmark.example");
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

test("machines nearby read the meters, and nobody who came through a proxy that says so", async () => {
  const told = await ask("/metrics");
  expect(told).toMatchObject({ status: 200, caching: "no-store" });
  expect(told.text).toContain("tickmark_ready 0");
  for (const name of [
    ...["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"],
    ...["x-real-ip", "forwarded", "via", "cf-connecting-ip", "cf-ray"],
  ]) {
    const through = await ask("/metrics", { [name]: "https" });
    expect(through, name).toMatchObject({ status: 404, text: "no such page" });
  }
});

/** The status for who asks by another name than that of this machine, as through a proxy that adds nothing. */
async function askBy(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(`${origin}/metrics`, { headers: { host }, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on("error", reject);
  });
}

test("nobody reads the meters by the name of the site, unless that is this machine's own", async () => {
  for (const host of ["tickmark.example", "Tickmark.Example:443", "tickmark.example.", "a b"])
    expect(await askBy(host), host).toBe(404);
  expect(await askBy("web-1:3000")).toBe(200);
  own = new OwnAnswers(readiness, "", "http://localhost:3000");
  expect(await askBy("localhost:3000")).toBe(200);
});

test("where there is a token, it is asked of everybody, and is enough", async () => {
  own = new OwnAnswers(readiness, token, "https://tickmark.example");
  expect((await ask("/metrics")).status).toBe(404);
  for (const authorization of [`Bearer ${token}x`, "Bearer ", `Basic ${token}`, token])
    expect((await ask("/metrics", { authorization })).status).toBe(404);
  const allowed = { "x-forwarded-for": "203.0.113.7", authorization: `Bearer ${token}` };
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
