import { expect, test } from "../test.ts";
import { sendBytes, statusesIn } from "./socket.ts";

const host = "Host: tickmark.example";

/** Two requests where a server that reads one length and a proxy that reads the other see different ends. */
const smuggled: readonly (readonly [string, string])[] = [
  [
    "two lengths",
    `POST /about HTTP/1.1\r\n${host}\r\nContent-Length: 4\r\nContent-Length: 40\r\n\r\nGET /desk HTTP/1.1\r\n${host}\r\n\r\n`,
  ],
  [
    "a length and chunks",
    `POST /about HTTP/1.1\r\n${host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /desk HTTP/1.1\r\n${host}\r\n\r\n`,
  ],
  [
    "a space before the colon",
    `POST /about HTTP/1.1\r\n${host}\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\nGET /desk HTTP/1.1\r\n${host}\r\n\r\n`,
  ],
  [
    "chunks by another name",
    `POST /about HTTP/1.1\r\n${host}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /desk HTTP/1.1\r\n${host}\r\n\r\n`,
  ],
  [
    "a header folded",
    `GET /about HTTP/1.1\r\n${host}\r\nX: a\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /desk HTTP/1.1\r\n${host}\r\n\r\n`,
  ],
  [
    "a length with a sign",
    `POST /about HTTP/1.1\r\n${host}\r\nContent-Length: +4\r\n\r\nGET /desk HTTP/1.1\r\n${host}\r\n\r\n`,
  ],
  [
    "bare line feeds",
    `GET /about HTTP/1.1\n${host}\nContent-Length: 0\n\nGET /desk HTTP/1.1\n${host}\n\n`,
  ],
  [
    "a chunk that is no number",
    `POST /about HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\nGET /desk HTTP/1.1\r\n${host}\r\n\r\n`,
  ],
  [
    "a null in a header",
    `GET /about HTTP/1.1\r\n${host}\r\nX: a\u0000b\r\n\r\nGET /desk HTTP/1.1\r\n${host}\r\n\r\n`,
  ],
];

for (const [what, bytes] of smuggled) {
  test(`no second request hides in a first: ${what}`, async () => {
    const answer = await sendBytes(bytes, 4_000);
    expect(answer).not.toContain("<title>Desk");
    expect(statusesIn(answer).filter((status) => status < 400)).toEqual([]);
  });
}

test("what is no HTTP gets an answer or none, and the server goes on", async ({ request }) => {
  for (const bytes of [
    "\u0016\u0003\u0001\u0002",
    "GET\r\n\r\n",
    "\r\n".repeat(1_000),
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    `GET / HTTP/1.1\r\n${"a: b\r\n".repeat(5_000)}\r\n`,
  ]) {
    const statuses = statusesIn(await sendBytes(bytes, 3_000));
    expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true);
  }
  expect((await request.get("/about")).status()).toBe(200);
});

test("nobody has a connection turned into something else", async () => {
  const upgrade = `GET /about HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: eHh4eHh4eHh4eHh4eHh4eA==\r\nSec-WebSocket-Version: 13\r\n\r\n`;
  expect(statusesIn(await sendBytes(upgrade, 3_000))).not.toContain(101);
  const tunnel = await sendBytes(
    `CONNECT elsewhere.example:443 HTTP/1.1\r\n${host}\r\n\r\n`,
    3_000,
  );
  expect(statusesIn(tunnel).filter((status) => status < 400)).toEqual([]);
});
