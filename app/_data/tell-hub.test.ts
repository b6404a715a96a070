import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepHubTold } from "./tell-hub.ts";

let hub: Server;
let address: string;
let status: number;
let told: URLSearchParams[];
let stop: () => void;

beforeEach(async () => {
  [status, told] = [204, []];
  hub = createServer((request, response) => {
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

function keep(holds: () => string, report = vi.fn()) {
  stop = keepHubTold({
    hub: address,
    site: new URL("https://tickmark.example"),
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
    "https://tickmark.example/feed.xml",
    "https://tickmark.example/feeds/articles.atom",
    "https://tickmark.example/feeds/articles.rss",
    "https://tickmark.example/feeds/articles.json",
  ]);
  await minutes(5, 1);
  now = "b";
  await minutes(1, 2);
});

test("a hub that refuses is reported and told again a minute later", async () => {
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
  await vi.waitFor(() => expect(report).toHaveBeenCalledOnce());
  expect(report.mock.calls[0]?.[1]).not.toBeInstanceOf(TypeError);
  hub = createServer().listen(0, "127.0.0.1");
});
