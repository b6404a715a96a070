import { createServer, request as ask, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { isCall, peekBody } from "./action-call.ts";
import { freePort } from "./free-port.ts";

describe("the body of a call", () => {
  test.each(['[{"id":"three-holders","from":"$undefined","asOf":"2026-06-18"}]', "[{}]"])(
    "%s is one",
    (body) => expect(isCall(body)).toBe(true),
  );

  test.each([
    "",
    "[",
    "[]",
    "null",
    "[1,2,3,4]",
    '["three-holders"]',
    "[null]",
    "[{},{}]",
    '{"id":"a"}',
    '[{"id":["a"]}]',
    '[{"id":{"a":"b"}}]',
    '[{"id":"$F1"}]',
    '[{"id":"$n9999"}]',
    '[{"id":"three-holders","__proto__":"x"}]',
    '[{"__proto__":{"id":"$F1"}}]',
    "\u0000",
  ])("%j is none", (body) => expect(isCall(body)).toBe(false));
});

describe("a body that is looked at", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  test("is there again for who reads it next, however it came", async () => {
    server = createServer((request, response) => {
      void peekBody(request).then(async (peeked) => {
        response.end(JSON.stringify([peeked, await text(request)]));
      });
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
    for (const parts of [['[{"id":"a"}]'], ['[{"id"', ':"a"}]'], []]) {
      const body = parts.join("");
      const answer = await new Promise<string>((resolve, reject) => {
        const headers = { "content-length": body.length };
        const sent = ask({ port, host: "127.0.0.1", method: "POST", headers, agent: false });
        sent.on("response", (response) => void text(response).then(resolve, reject));
        sent.on("error", reject);
        for (const [index, part] of parts.entries()) setTimeout(() => sent.write(part), index * 50);
        setTimeout(() => sent.end(), parts.length * 50);
      });
      expect(JSON.parse(answer)).toEqual([body, body]);
    }
  });
});
