import { once } from "node:events";
import { Agent, createServer, get, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { Closing, readDrainSeconds } from "./closing.ts";

const started: Server[] = [];

afterEach(() => {
  for (const server of started.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server whose answer at `/slow` comes after `slowness` milliseconds, or never. */
async function serve(drainSeconds: number, slowness?: number) {
  const server = createServer((request, response) => {
    closing.mark(response);
    if (request.url !== "/slow") response.end("here");
    else if (slowness !== undefined) setTimeout(() => response.end("here at last"), slowness);
  });
  const closing = new Closing(server, drainSeconds);
  started.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return { server, closing, url: `http://127.0.0.1:${port}` };
}

function ask(
  url: string,
  agent?: Agent,
): Promise<{ connection: string | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    get(url, { agent: agent ?? false }, (answer) => {
      const { connection } = answer.headers;
      text(answer).then((body) => resolve({ connection, body }), reject);
    }).on("error", reject);
  });
}

test("a server that is told to stop goes on answering for a while, and ends each connection with its answer", async () => {
  const { closing, url } = await serve(0.4);
  const agent = new Agent({ keepAlive: true });
  expect(await ask(url, agent)).toEqual({ connection: "keep-alive", body: "here" });
  expect(closing.hasBegun).toBe(false);
  const closed = closing.close();
  expect(closing.hasBegun).toBe(true);
  expect(await ask(url, agent)).toEqual({ connection: "close", body: "here" });
  await closed;
  await expect(ask(url)).rejects.toThrow("ECONNREFUSED");
});

test("a request that is under way ends in order, and nobody new is let in meanwhile", async () => {
  const { server, closing, url } = await serve(0.1, 600);
  const slow = ask(`${url}/slow`);
  await once(server, "request");
  const closed = closing.close();
  await sleep(300);
  await expect(ask(url)).rejects.toThrow("ECONNREFUSED");
  expect((await slow).body).toBe("here at last");
  await closed;
});

test("behind a balancer a long answer is not cut off, and its connection ends with it", async () => {
  const { server, closing, url } = await serve(0.1, 2_500);
  const slow = ask(`${url}/slow`, new Agent({ keepAlive: true }));
  await once(server, "request");
  const closed = closing.close();
  expect(await slow).toEqual({ connection: "close", body: "here at last" });
  await closed;
});

test("what never ends is cut off, two seconds later at the earliest", async () => {
  const { server, closing, url } = await serve(0);
  const slow = ask(`${url}/slow`).catch((error: unknown) => error);
  await once(server, "request");
  const began = performance.now();
  await closing.close();
  expect(performance.now() - began).toBeGreaterThan(1_900);
  expect(await slow).toMatchObject({ code: "ECONNRESET" });
});

test("a connection that nobody uses holds up no server", async () => {
  const { closing, url } = await serve(0);
  await ask(url, new Agent({ keepAlive: true }));
  const began = performance.now();
  await closing.close();
  expect(performance.now() - began).toBeLessThan(1_000);
});

test.each([
  [undefined, 0],
  ["", 0],
  ["6", 6],
  ["0.5", 0.5],
  ["600", 600],
])("%j is a wait of %d seconds", (given, seconds) => {
  expect(readDrainSeconds(given)).toBe(seconds);
});

test.each(["six", "-1", "1e2", "601", "6 "])("%j is no wait", (given) => {
  expect(() => readDrainSeconds(given)).toThrow(
    `TICKMARK_DRAIN_SECONDS must be a number of seconds up to 600. Found: ${given}`,
  );
});
