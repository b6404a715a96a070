import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** A local publisher that does what a test tells it. For tests only. */
export interface FaultServer {
  readonly url: URL;
  /** Each request so far: its path, and its header fields by lower-case name. */
  readonly requests: { path: string; headers: http.IncomingHttpHeaders }[];
  /** What to do with the next requests, in order; the last is for all that follow. */
  answerWith(...handlers: Handler[]): void;
  close(): Promise<void>;
}

/** Starts the server on a free port of this machine. */
export async function startFaultServer(): Promise<FaultServer> {
  const requests: FaultServer["requests"] = [];
  let script: Handler[] = [];
  const server = http.createServer((request, response) => {
    requests.push({ path: request.url ?? "", headers: request.headers });
    const handler = script.length > 1 ? script.shift() : script[0];
    if (handler) handler(request, response);
    else response.writeHead(500).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: new URL(`http://127.0.0.1:${portOf(server.address())}/`),
    requests,
    answerWith(...handlers) {
      script = handlers;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return address.port;
}

/** A status and nothing else. */
export function status(code: number, headers: http.OutgoingHttpHeaders = {}): Handler {
  return (_, response) => void response.writeHead(code, headers).end();
}

/** The whole file, its length with it. */
export function file(body: string | Uint8Array, headers: http.OutgoingHttpHeaders = {}): Handler {
  return (_, response) =>
    void response
      .writeHead(200, { "content-type": "text/plain", "content-length": sizeOf(body), ...headers })
      .end(body);
}

/** The file as it is published: 304 for who has it, and pieces of it for who asks by its ETag. */
export function publish(body: Uint8Array, etag: string, lastModified: string): Handler {
  return (request, response) => {
    const fields = { etag, "last-modified": lastModified };
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304, fields).end();
      return;
    }
    const from = /^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1];
    if (from === undefined || request.headers["if-range"] !== etag) {
      file(body, fields)(request, response);
      return;
    }
    const rest = body.subarray(Number(from));
    const range = `bytes ${from}-${body.length - 1}/${body.length}`;
    const headers = { ...fields, "content-range": range, "content-length": rest.length };
    response.writeHead(206, headers).end(rest);
  };
}

/** Announces a body, sends its beginning, and drops the connection. */
export function cutAfter(
  bytes: number,
  body: Uint8Array,
  headers: http.OutgoingHttpHeaders = {},
): Handler {
  return (_, response) => {
    response.writeHead(200, { "content-length": body.length, ...headers });
    response.write(body.subarray(0, bytes), () => setTimeout(() => response.destroy(), 20));
  };
}

function sizeOf(body: string | Uint8Array): number {
  return typeof body === "string" ? Buffer.byteLength(body) : body.length;
}
