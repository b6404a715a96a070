import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exchange } from "./exchange.ts";
import {
  cutAfter,
  file,
  publish,
  startFaultServer,
  status,
  type FaultServer,
} from "./fault-server.ts";
import { fetchFile, type Network } from "./fetch-file.ts";
import type { Known } from "./judge-answer.ts";
import { usualPolicy } from "./retry.ts";

const body = Buffer.from("figures\r\n".repeat(1_000));
const etag = '"v1"';
const modified = "Thu, 18 Jun 2026 20:00:03 GMT";
const whole = publish(body, etag, modified);

let server: FaultServer;
let slept: number[];
let stop: AbortController;
beforeEach(async () => {
  server = await startFaultServer();
  slept = [];
  stop = new AbortController();
});
afterEach(() => server.close());

async function get(
  known: Known | null = null,
  mostBytes = 100_000,
  network: Partial<Network> = {},
  url = new URL("slt_table1.txt", server.url),
) {
  const result = await fetchFile(url, known, mostBytes, {
    exchange,
    clock: {
      now: () => new Date("2026-06-18T20:05:00Z"),
      sleep: (milliseconds) => Promise.resolve(void slept.push(milliseconds)),
    },
    random: () => 0.5,
    signal: stop.signal,
    timeouts: { connect: 1_000, firstByte: 100, idle: 100 },
    total: 5_000,
    retry: usualPolicy,
    ...network,
  });
  return result.kind === "fetched"
    ? { kind: result.kind, text: Buffer.from(result.bytes).toString() }
    : result;
}

const fetched = { kind: "fetched", text: body.toString() };
const rangesAsked = () => server.requests.map(({ headers }) => headers.range);
const failure = (kind: string, message: unknown = expect.anything()) => ({
  kind: "failed",
  problem: { kind, message },
});

test("a file is fetched as it is", async () => {
  server.answerWith(whole);
  expect(await get()).toEqual(fetched);
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]?.headers).toMatchObject({ "accept-encoding": "identity" });
});

describe("what is known is not fetched again", () => {
  test("it is asked for by its ETag and date", async () => {
    server.answerWith(whole);
    expect(await get({ etag, lastModified: modified })).toMatchObject({ kind: "not-modified" });
    expect(server.requests[0]?.headers).toMatchObject({
      "if-none-match": etag,
      "if-modified-since": modified,
    });
  });

  test("a changed file is fetched", async () => {
    server.answerWith(whole);
    expect(await get({ etag: '"v0"', lastModified: null })).toEqual(fetched);
  });

  test("a file of another date is fetched though the server keeps its ETag", async () => {
    server.answerWith(whole);
    expect(await get({ etag, lastModified: "Mon, 18 May 2026 20:00:00 GMT" })).toEqual(fetched);
    expect(server.requests[1]?.headers["if-none-match"]).toBeUndefined();
  });

  test("304 for a file that was not known is wrong", async () => {
    server.answerWith(status(304));
    expect(await get()).toEqual(failure("wrong-status", "Expected the file, found the answer 304"));
  });
});

describe("what may pass is asked for again, after a growing wait", () => {
  test("500, then the file", async () => {
    server.answerWith(status(500), status(503), whole);
    expect(await get()).toEqual(fetched);
    expect(slept).toEqual([500, 1_000]);
  });

  test("five times 500 is the end", async () => {
    server.answerWith(status(500));
    expect(await get()).toEqual(
      failure("not-received", "Expected the file, found the answer 500, at the last of 5 attempts"),
    );
    expect(server.requests).toHaveLength(5);
    expect(slept).toEqual([500, 1_000, 2_000, 4_000]);
  });

  test("429 is asked again no sooner than it wishes, in seconds or as a date", async () => {
    server.answerWith(
      status(429, { "retry-after": "7" }),
      status(429, { "retry-after": "Thu, 18 Jun 2026 20:05:30 GMT" }),
      whole,
    );
    expect(await get()).toEqual(fetched);
    expect(slept).toEqual([7_500, 31_000]);
  });

  test("a server that wants an hour gets it: it is left to the next run", async () => {
    server.answerWith(status(503, { "retry-after": "3600" }));
    expect(await get()).toEqual(failure("asked-to-wait", expect.stringContaining("in 3600 s")));
    expect(server.requests).toHaveLength(1);
  });

  test("a connection refused is not received", async () => {
    const closed = await startFaultServer();
    await closed.close();
    expect(await get(null, 100, {}, closed.url)).toEqual(
      failure("not-received", expect.stringContaining("ECONNREFUSED")),
    );
    expect(slept).toHaveLength(4);
  });

  test("an answer dropped before its headers", async () => {
    server.answerWith((request) => request.socket.destroy(), whole);
    expect(await get()).toEqual(fetched);
  });

  test("slow headers", async () => {
    server.answerWith(() => undefined, whole);
    expect(await get()).toEqual(fetched);
    expect(slept).toHaveLength(1);
  });

  test("headers that trickle in", async () => {
    server.answerWith((request) => {
      const drip = setInterval(() => request.socket.write("H"), 20);
      request.socket.on("close", () => clearInterval(drip));
      request.socket.on("error", () => clearInterval(drip));
    });
    expect(await get(null, 100, { retry: { ...usualPolicy, attempts: 1 } })).toMatchObject(
      failure("not-received"),
    );
  });

  test("a slow body, which is gone on with", async () => {
    server.answerWith((_, response) => {
      response.writeHead(200, {
        "content-length": body.length,
        etag,
        "last-modified": modified,
      });
      response.write(body.subarray(0, 1_000));
    }, whole);
    expect(await get()).toEqual(fetched);
    expect(rangesAsked()).toEqual([undefined, "bytes=1000-"]);
  });

  test("a body that trickles in for ever is given up in the end", async () => {
    server.answerWith((_, response) => {
      response.writeHead(200, { etag });
      const drip = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(drip));
    });
    expect(await get(null, 100_000, { total: 300 })).toEqual(
      failure("timed-out", "Expected the file within 300 ms, found no end"),
    );
  });
});

test.each([404, 403, 410, 401, 400])("%i is final", async (code) => {
  server.answerWith(status(code), whole);
  const kind = code === 404 || code === 410 ? "not-found" : "wrong-status";
  expect(await get()).toMatchObject(failure(kind));
  expect(server.requests).toHaveLength(1);
});

describe("a download that was cut off", () => {
  test("goes on where it ended", async () => {
    server.answerWith(cutAfter(4_000, body, { etag, "last-modified": modified }), whole);
    expect(await get({ etag: '"v0"', lastModified: null })).toEqual(fetched);
    expect(server.requests[1]?.headers).toMatchObject({ range: "bytes=4000-", "if-range": etag });
    expect(server.requests[1]?.headers["if-none-match"]).toBeUndefined();
  });

  test("goes on when the rest is cut off too", async () => {
    const fields = { etag, "content-range": `bytes 4000-8999/9000`, "content-length": 5_000 };
    server.answerWith(
      cutAfter(4_000, body, { etag, "last-modified": modified }),
      (_, response) => {
        response.writeHead(206, fields);
        response.write(body.subarray(4_000, 6_000), () => setTimeout(() => response.destroy(), 20));
      },
      whole,
    );
    expect(await get()).toEqual(fetched);
    expect(rangesAsked()).toEqual([undefined, "bytes=4000-", "bytes=6000-"]);
  });

  test("starts over when the server sends all of it", async () => {
    server.answerWith(cutAfter(4_000, body, { etag }), file(body, { etag }));
    expect(await get()).toEqual(fetched);
  });

  test("starts over with all of a file that is nearly as large as may be, and ends with a larger one", async () => {
    server.answerWith(cutAfter(4_000, body, { etag }), file(body, { etag }));
    expect(await get(null, 9_000)).toEqual(fetched);
    server.answerWith(
      (_, response) => {
        response.writeHead(200, { etag });
        response.write(body.subarray(0, 4_000), () => setTimeout(() => response.destroy(), 20));
      },
      (_, response) => {
        response.writeHead(206, { etag, "content-range": "bytes 4000-8999/9000" });
        response.end(body.subarray(4_000));
      },
    );
    expect(await get(null, 8_999)).toMatchObject(failure("too-large"));
  });

  test("starts over without an ETag, and with one that does not stand for the bytes", async () => {
    server.answerWith(cutAfter(4_000, body), cutAfter(4_000, body, { etag: 'W/"v1"' }), whole);
    expect(await get()).toEqual(fetched);
    expect(rangesAsked()).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ["of another file", { etag: '"v2"', "content-range": "bytes 4000-8999/9000" }],
    ["of another total", { etag, "content-range": "bytes 4000-9999/10000" }],
    ["of another place", { etag, "content-range": "bytes 3000-8999/9000" }],
    ["that ends early", { etag, "content-range": "bytes 4000-5999/9000" }],
    ["without a place", { etag }],
  ])("starts over at a piece %s", async (_, fields) => {
    server.answerWith(
      cutAfter(4_000, body, { etag }),
      (_request, response) => void response.writeHead(206, fields).end(body.subarray(4_000)),
      whole,
    );
    expect(await get()).toEqual(fetched);
    expect(rangesAsked()).toEqual([undefined, "bytes=4000-", undefined]);
  });

  test("never joins pieces of two files, though the ETag stays the same", async () => {
    const later = Buffer.from("FIGURES\r\n".repeat(1_000));
    const fields = { etag, "last-modified": "Mon, 18 May 2026 20:00:00 GMT" };
    server.answerWith(cutAfter(4_000, body, fields), publish(later, etag, modified));
    expect(await get()).toEqual({ kind: "fetched", text: later.toString() });
  });

  test("a length that is always announced too large is never a whole file", async () => {
    server.answerWith((request, response) => {
      if (request.headers.range === undefined)
        cutAfter(9_000, Buffer.concat([body, body]), { etag })(request, response);
      else response.writeHead(416, { "content-range": "bytes */9000" }).end();
    });
    expect(await get()).toMatchObject(failure("not-received"));
  });
});

describe("the size is bounded while reading", () => {
  test("a length announced beyond the bound is not read", async () => {
    server.answerWith(file(body));
    expect(await get(null, 8_999)).toEqual(
      failure("too-large", "Expected at most 8999 bytes, found 9000 announced"),
    );
    expect(await get(null, 9_000)).toEqual(fetched);
  });

  test("nor is a body without an announced length read beyond it", async () => {
    let closed = false;
    server.answerWith((_, response) => {
      response.on("close", () => (closed = true));
      const drip = setInterval(() => response.write("x".repeat(5_000)), 5);
      response.on("close", () => clearInterval(drip));
    });
    expect(await get(null, 9_000)).toEqual(
      failure("too-large", "Expected at most 9000 bytes, found more"),
    );
    await expect.poll(() => closed).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  test("nor is a compressed one unpacked beyond it", async () => {
    server.answerWith(file(gzipSync(Buffer.alloc(1_000_000)), { "content-encoding": "gzip" }));
    expect(await get()).toMatchObject(failure("wrong-encoding"));
  });

  test("a body longer than announced is no answer", async () => {
    server.answerWith((request) =>
      request.socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n${body.toString()}`),
    );
    expect(await get()).toMatchObject(failure("not-received"));
  });
});

test("a file that comes compressed is unpacked; another encoding is named", async () => {
  server.answerWith(file(gzipSync(body), { "content-encoding": "gzip" }));
  expect(await get()).toEqual(fetched);
  server.answerWith(file(body, { "content-encoding": "br" }));
  expect(await get()).toEqual(
    failure("wrong-encoding", 'Expected a body as it is or in gzip, found the encoding "br"'),
  );
  server.answerWith(file(body, { "content-encoding": "gzip" }));
  expect(await get()).toMatchObject(failure("wrong-encoding"));
});

test("an empty body is a file, for the parser to refuse", async () => {
  server.answerWith(file(""));
  expect(await get()).toEqual({ kind: "fetched", text: "" });
});

describe("redirects", () => {
  test("within the host are followed, with the conditions", async () => {
    server.answerWith(status(301, { location: "/moved/t.txt" }), whole);
    expect(await get({ etag: '"v0"', lastModified: null })).toEqual(fetched);
    expect(server.requests[1]).toMatchObject({
      path: "/moved/t.txt",
      headers: { "if-none-match": '"v0"' },
    });
  });

  test("to another host or port are refused, and nothing is asked there", async () => {
    const other = await startFaultServer();
    other.answerWith(whole);
    for (const location of [other.url.href, "//example.org/x", "https://127.0.0.1/x"]) {
      server.answerWith(status(302, { location }));
      expect(await get()).toMatchObject(failure("redirect-refused"));
    }
    expect(other.requests).toEqual([]);
    await other.close();
  });

  test("in a ring end", async () => {
    server.answerWith(status(302, { location: "/round" }));
    expect(await get()).toMatchObject(failure("redirect-refused"));
    expect(server.requests).toHaveLength(6);
  });

  test("to nowhere are refused", async () => {
    server.answerWith(status(302));
    expect(await get()).toEqual(
      failure("redirect-refused", "Expected an address with the redirect 302, found none"),
    );
  });
});

describe("stopping", () => {
  test("in the middle of a body ends at once, with the reason", async () => {
    server.answerWith((_, response) => {
      response.writeHead(200, { "content-length": body.length, etag });
      response.write(body.subarray(0, 10), () => stop.abort(new Error("SIGTERM")));
    });
    await expect(get()).rejects.toThrow("SIGTERM");
    expect(server.requests).toHaveLength(1);
  });

  test("before the answer, and before the question", async () => {
    server.answerWith(() => stop.abort(new Error("SIGTERM")));
    await expect(get()).rejects.toThrow("SIGTERM");
    await expect(get()).rejects.toThrow("SIGTERM");
    expect(server.requests).toHaveLength(1);
  });
});
