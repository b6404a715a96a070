import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from "node:http";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { EncodedBodies } from "./encoded-bodies.ts";
import { freePort } from "./free-port.ts";
import { HeldResponse } from "./held-response.ts";

const page = `<!doctype html><p>${"figure ".repeat(400)}</p><script>self.__next_f.push([1,"a"])</script>`;

let server: Server<typeof IncomingMessage, typeof HeldResponse> | undefined;
afterEach(() => server?.close());

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a client gets when `answer` writes the response. */
async function get(
  answer: (response: HeldResponse) => void,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const bodies = new EncodedBodies();
  server = createServer({ ServerResponse: HeldResponse }, (request, response) => {
    const { "accept-encoding": acceptEncoding, "if-none-match": ifNoneMatch } = request.headers;
    response.sendWhole({ bodies, acceptEncoding, ifNoneMatch });
    answer(response);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
  return new Promise((resolve, reject) => {
    const sent = ask({ port, host: "127.0.0.1", method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

function sendPage(response: HeldResponse): void {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("ETag", '"abc"');
  response.setHeader("Vary", "rsc");
  response.write(page.slice(0, 100));
  response.end(page.slice(100));
}

describe("a page", () => {
  test("one that says of itself that its address names nothing is answered with 404", async () => {
    const { status } = await get((response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end('<!doctype html><meta name="tickmark:status" content="404"/><p>No such page');
    });
    expect(status).toBe(404);
  });

  test("it is sent whole, with its policy and its length", async () => {
    const { status, headers, body } = await get(sendPage);
    expect(status).toBe(200);
    expect(body.toString()).toBe(page);
    expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'sha256-[^']{44}'$/);
    expect(headers["content-length"]).toBe(String(Buffer.byteLength(page)));
    expect(headers["transfer-encoding"]).toBeUndefined();
    expect(headers.etag).toBe('"abc"');
    expect(headers.vary).toBe("rsc, Accept-Encoding");
  });

  test("it is compressed for those who take it, under a tag of its own", async () => {
    const { headers, body } = await get(sendPage, { headers: { "accept-encoding": "br" } });
    expect(headers["content-encoding"]).toBe("br");
    expect(headers.etag).toBe('"abc-br"');
    expect(Number(headers["content-length"])).toBe(body.length);
    expect(brotliDecompressSync(body).toString()).toBe(page);
  });

  test("the headers of HEAD are those of GET, without a body", async () => {
    const { headers, body } = await get(sendPage, { method: "HEAD" });
    expect(body).toHaveLength(0);
    expect(headers["content-length"]).toBe(String(Buffer.byteLength(page)));
    expect(headers["content-security-policy"]).toContain("sha256-");
  });

  test("the status and headers given to writeHead count, in either form", async () => {
    const named = await get((response) => {
      response.writeHead(404, "Gone Fishing", { "Content-Type": "text/html" });
      response.end(page);
    });
    expect(named.status).toBe(404);
    expect(named.headers["content-security-policy"]).toContain("sha256-");
    const listed = await get((response) =>
      response.writeHead(500, ["Content-Type", "text/html"]).end(page),
    );
    expect(listed.status).toBe(500);
    expect(listed.headers["content-type"]).toBe("text/html");
  });
});

test("an unchanged answer varies as the whole one does", async () => {
  const { status, headers } = await get((response) => {
    response.setHeader("Vary", "rsc");
    response.writeHead(304, { ETag: '"abc"' }).end();
  });
  expect([status, headers.vary]).toEqual([304, "rsc, Accept-Encoding"]);
  const image = await get((response) =>
    response.writeHead(304, { "Content-Type": "image/png" }).end(),
  );
  expect(image.headers.vary).toBeUndefined();
});

test("a tag that was appended, as Next does for routes, is one of its encoding too", async () => {
  const append = (response: HeldResponse, status: number) => {
    response.statusCode = status;
    response.appendHeader("etag", '"abc"');
    response.appendHeader("content-type", "application/json");
  };
  const whole = await get(
    (response) => {
      append(response, 200);
      response.end(page);
    },
    { headers: { "accept-encoding": "gzip" } },
  );
  expect(whole.headers.etag).toBe('"abc-gzip"');
  const unchanged = await get(
    (response) => {
      append(response, 304);
      response.end();
    },
    { headers: { "if-none-match": '"abc-gzip"' } },
  );
  expect(unchanged.headers.etag).toBe('"abc-gzip"');
});

test("a 304 has no body and repeats the tag that the client has", async () => {
  const { status, headers, body } = await get(
    (response) => {
      response.setHeader("ETag", '"abc"');
      response.setHeader("Content-Type", "text/html");
      response.setHeader("Content-Security-Policy", "default-src 'none'");
      response.writeHead(304).end();
    },
    { headers: { "if-none-match": '"abc-br"' } },
  );
  expect(status).toBe(304);
  expect(headers.etag).toBe('"abc-br"');
  expect(body).toHaveLength(0);
  // The client would put it in the place of the policy of the page it keeps.
  expect(headers["content-security-policy"]).toBeUndefined();
});

describe("a page that was sent before", () => {
  const own = {
    etag: '"abc-br"',
    "content-type": "text/html",
    "content-length": "4",
    "content-security-policy": "script-src 'sha256-a'",
    vary: "rsc, Accept-Encoding",
    "x-frame-options": "DENY",
  };
  const kept = { head: Object.entries(own).flat(), bytes: Buffer.from("page"), tag: '"abc"' };
  const ask = (headers: Record<string, string>, method = "GET") =>
    get((response) => response.sendKept(kept, headers, [["X-Request-Id", "a-request"]]), {
      ...{ headers, method },
    });

  test("it is sent as it was, policy and all, with what every answer carries", async () => {
    const { status, headers, body } = await ask({ "if-none-match": '"abd"' });
    expect([status, String(body)]).toEqual([200, "page"]);
    expect(headers).toMatchObject({ ...own, "x-request-id": "a-request" });
  });

  test("its headers take the place of those that were set before it was found", async () => {
    const answer = (tags?: string) =>
      get((response) => {
        for (const name of ["Content-Security-Policy", "X-Frame-Options", "X-Request-Id"])
          response.setHeader(name, "set before");
        response.sendKept(kept, tags === undefined ? {} : { "if-none-match": tags });
      });
    const whole = await answer();
    expect(whole.headers).toMatchObject({ ...own, "x-request-id": "set before" });
    server?.close();
    const again = await answer("*");
    expect(again.status).toBe(304);
    expect(again.headers["content-security-policy"]).toBeUndefined();
    expect(again.headers["x-frame-options"]).toBe("DENY");
  });

  test("HEAD gets its headers", async () => {
    const { headers, body } = await ask({}, "HEAD");
    expect([headers["content-length"], body.length]).toEqual(["4", 0]);
  });

  test.each(['"abc"', '"x", "abc-gzip"', 'W/"abc-br"', "*"])(
    "who has it, in whatever encoding, is told so: %s",
    async (tags) => {
      const { status, headers, body } = await ask({ "if-none-match": tags });
      expect([status, body.length]).toEqual([304, 0]);
      const { vary, "x-frame-options": frames } = own;
      expect(headers).toMatchObject({
        vary,
        "x-frame-options": frames,
        "x-request-id": "a-request",
      });
      expect(headers["content-security-policy"]).toBeUndefined();
      expect(headers["content-type"]).toBeUndefined();
    },
  );

  test("who wants it whole gets it whole", async () => {
    const wants = { "if-none-match": '"abc-br"', "cache-control": "no-cache" };
    expect((await ask(wants)).status).toBe(200);
  });
});

test("what was sent is told, with what it was made from", async () => {
  const made = '<meta name="tickmark:vintages" content="ab12 a-slug"/>';
  let told: unknown;
  await get((response) => {
    response.setHeader("Content-Type", "text/html");
    response.setHeader("ETag", '"abc"');
    response.end(`${made}<p>`);
    told = response.sent;
  });
  expect(told).toEqual({
    made: "ab12 a-slug",
    bytes: Buffer.from(`${made}<p>`),
    tag: '"abc"',
  });
});

test("a feed is compressed and has no policy", async () => {
  const { headers } = await get(
    (response) => {
      response.setHeader("Content-Type", "application/rss+xml; charset=utf-8");
      response.end("<rss/>".repeat(400));
    },
    { headers: { "accept-encoding": "gzip" } },
  );
  expect(headers["content-encoding"]).toBe("gzip");
  expect(headers["content-security-policy"]).toBeUndefined();
});

test.each(["application/javascript; charset=UTF-8", "text/css; charset=UTF-8"])(
  "what a page loads is compressed as pages are: %s",
  async (type) => {
    const text = "let spoken = 1;".repeat(1000);
    const { headers, body } = await get(
      (response) => {
        response.setHeader("Content-Type", type);
        response.end(text);
      },
      { headers: { "accept-encoding": "gzip, br" } },
    );
    expect(headers["content-encoding"]).toBe("br");
    expect(headers["content-security-policy"]).toBeUndefined();
    expect(brotliDecompressSync(body).toString()).toBe(text);
  },
);

test("a stream goes through as it comes", async () => {
  const order: string[] = [];
  const { headers, body } = await get((response) => {
    response.setHeader("Content-Type", "text/x-component");
    response.flushHeaders();
    order.push(response.headersSent ? "sent" : "held");
    response.write("a", () => response.end("b", () => order.push("done")));
  });
  expect(body.toString()).toBe("ab");
  expect(headers["transfer-encoding"]).toBe("chunked");
  expect(order).toEqual(["sent", "done"]);
});

test("a page that is compressed already gets the policy that lets nothing inline run", async () => {
  const { headers } = await get((response) => {
    response.setHeader("Content-Type", "text/html");
    response.setHeader("Content-Encoding", "gzip");
    response.end("bytes");
  });
  expect(headers["content-security-policy"]).toMatch(/script-src 'self'$/);
});
