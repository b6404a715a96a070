import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepHubTold } from "./tell-hub.ts";

let hub: Server;
let address: string;
let status: number;
let told: URLSearchParams[];
/** What was fetched of the site, in order, and "hub" for each time the hub was told. */
let asked: string[];
let stop: () => void;

beforeEach(async () => {
  [status, told, asked] = [204, [], []];
  hub = createServer((request, response) => {
    if (request.method === "GET") {
      asked.push(`${request.url} ${String(request.headers["prefer"])}`);
      response.writeHead(200).end("a feed");
      return;
    }
    asked.push("hub");
    void text(request).then((body) => {
      told.push(new URLSearchParams(body));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => hub.listen(0, "127.0.0.1", resolve));
  const bound = hub.address();
  address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : bound}/`;
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(async () => {
  stop();
  vi.useRealTimers();
  await new Promise((resolve) => hub.close(resolve));
});

function keep(holds: () => string, report = vi.fn(), site = address) {
  stop = keepHubTold({
    hub: address,
    site: new URL(site),
    paths: () => Promise.resolve(["/feeds/articles"]),
    holds: () => Promise.resolve(holds()),
    report,
  });
  return report;
}

async function minutes(count: number, heard: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(count * 60_000);
  await vi.waitFor(() => expect(told).toHaveLength(heard));
}

test("a hub is told after a start, and again when there is something new, of every document", async () => {
  let now = "a";
  keep(() => now);
  await minutes(1, 1);
  expect(told[0]?.get("hub.mode")).toBe("publish");
  expect(told[0]?.getAll("hub.url")).toEqual([
    `${address}feed.xml`,
    `${address}feeds/articles.atom`,
    `${address}feeds/articles.rss`,
    `${address}feeds/articles.json`,
  ]);
  await minutes(5, 1);
  now = "b";
  await minutes(1, 2);
});

test("each document is made anew before the hub hears of it", async () => {
  keep(() => "a");
  await minutes(1, 1);
  expect(asked).toEqual([
    "/feed.xml wait=20",
    "/feeds/articles.atom wait=20",
    "/feeds/articles.rss wait=20",
    "/feeds/articles.json wait=20",
    "hub",
  ]);
});

test("a hub hears nothing of what is still changing", async () => {
  let changes = 0;
  keep(() => String(changes++));
  await minutes(5, 0);
});

test("a hub is told though the server cannot fetch its own feeds, and that is reported", async () => {
  const report = keep(() => "a", vi.fn(), "http://127.0.0.1:1/");
  await minutes(1, 1);
  expect(report.mock.calls[0]?.[0]).toContain("before the hub is told");
});

test("a hub that refuses is reported and told again at the next look", async () => {
  status = 500;
  const report = keep(() => "a");
  await minutes(1, 1);
  await vi.waitFor(() => expect(report).toHaveBeenCalledOnce());
  status = 204;
  await minutes(1, 2);
  await minutes(3, 2);
  expect(report).toHaveBeenCalledOnce();
});

test("a hub that is not there is reported, and nothing ends", async () => {
  await new Promise((resolve) => hub.close(resolve));
  const report = keep(() => "a");
  await vi.advanceTimersByTimeAsync(60_000);
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(2));
  for (const [, error] of report.mock.calls) expect(error).not.toBeInstanceOf(TypeError);
  expect(report.mock.lastCall?.[0]).toBe("The hub cannot be told");
  hub = createServer().listen(0, "127.0.0.1");
});
