import { connect } from "node:net";
import { expect, test } from "../test.ts";
import { baseUrl } from "./base-url.ts";
import { findAction } from "./action.ts";
import { expectRefused } from "./inside.ts";
import { getRaw, sendBytes, statusesIn } from "./socket.ts";

test("an address of seventeen thousand characters is refused, and one of five thousand answered", async ({
  request,
}) => {
  expect(statusesIn(await getRaw(`/${"a".repeat(17_000)}`))).toEqual([431]);
  await expectRefused(await request.get(`/${"a".repeat(5_000)}`), "a long path");
  await expectRefused(
    await request.get(`/api/series?search=${"a".repeat(5_000)}`),
    "a long parameter",
  );
});

test("a thousand parameters, or one a thousand times, are no work", async ({ request }) => {
  const many = Array.from({ length: 1_000 }, (_, index) => `p${index}=1`).join("&");
  const same = Array.from({ length: 1_000 }, () => "asOf=2026-06-18").join("&");
  for (const query of [many, same]) {
    const started = Date.now();
    await expectRefused(await request.get(`/charts/three-holders.csv?${query}`), "a chart");
    expect((await request.get(`/search?${query}`)).status()).toBeLessThan(500);
    expect(Date.now() - started).toBeLessThan(10_000);
  }
});

test("a body that is too long is refused before it has come", async () => {
  const id = "0".repeat(42);
  for (const target of ["/check", "/about"]) {
    const head = `POST ${target} HTTP/1.1\r\nHost: a\r\nNext-Action: ${id}\r\nContent-Type: text/plain\r\nContent-Length: 100000000\r\n\r\n`;
    const [status = 0] = statusesIn(await sendBytes(`${head}[`, 3_000));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
});

test("deep and strange JSON is no call", async ({ page, request }) => {
  const { address, action } = await findAction(page);
  const call = (data: string) =>
    request.post(address, {
      headers: { "next-action": action, "content-type": "text/plain" },
      data,
    });
  const deep = 900;
  for (const data of [
    `${"[".repeat(deep)}${"]".repeat(deep)}`,
    `[${'{"a":'.repeat(200)}1${"}".repeat(200)}]`,
    `[{"id":${"[".repeat(400)}${"]".repeat(400)}}]`,
    `[{"id":1e999}]`,
    `[{"id":"\\ud800"}]`,
    `[{${Array.from({ length: 150 }, (_, index) => `"k${index}":""`).join()}}]`,
  ]) {
    const response = await call(data);
    const body = await response.text();
    expect(response.status(), data.slice(0, 30)).toBeLessThan(500);
    expect(response.status() === 400 || body.includes('"ok":false'), data.slice(0, 30)).toBe(true);
  }
});

test("whoever sends a request letter by letter is cut off, and others are served meanwhile", async ({
  request,
}) => {
  test.setTimeout(90_000);
  const { hostname, port } = new URL(baseUrl());
  const slow = Array.from({ length: 50 }, () => {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    socket.resume();
    socket.write("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    const drip = setInterval(() => socket.write("a"), 1_000);
    return new Promise<void>((resolve) =>
      socket.on("close", () => {
        clearInterval(drip);
        resolve();
      }),
    );
  });
  expect((await request.get("/about")).status()).toBe(200);
  await Promise.all(slow);
  expect((await request.get("/about")).status()).toBe(200);
});
