import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { seen } from "#lib/seen/seen";
import { isNearby } from "./nearby.ts";
import type { Readiness } from "./readiness.ts";

/** What the server says of itself, without Next and, but for a bounded question, without the store. */
export class OwnAnswers {
  readonly #readiness: Readiness;
  readonly #token: string | undefined;
  readonly #publicName: string | undefined;

  /**
   * Who sends `token` may read the meters; without one machines nearby may, who do not ask by the name of `siteUrl`, where readers
   * find the site.
   */
  constructor(readiness: Readiness, token: string | undefined, siteUrl = "") {
    this.#readiness = readiness;
    this.#token = token === "" ? undefined : token;
    const name = nameIn(siteUrl);
    this.#publicName = name === undefined || loopback.test(name) ? undefined : name;
  }

  /** Answers what is asked of the server itself. False for everything else, and for whom the meters are not meant. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const path = (request.url ?? "").replace(/\?.*$/s, "");
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    if (path === "/healthz") return send(response, 200, plain, "alive\n");
    if (path === "/readyz") {
      const told = await this.#readiness.tell();
      const status = told.status === "ready" ? 200 : 503;
      return send(response, status, "application/json", `${JSON.stringify(told)}\n`);
    }
    if (path !== "/metrics" || !this.#mayRead(request)) return false;
    const { meters, beforeReading } = seen();
    meters.ready.set(this.#readiness.isReady ? 1 : 0);
    // What one of them cannot tell is left as it was; the others are read.
    await Promise.allSettled([...beforeReading.values()].map(async (update) => update()));
    const { registry } = meters;
    return send(response, 200, registry.contentType, await registry.metrics());
  }

  /** A request that a proxy hands on comes from nearby, too, and most say so, or keep the name that a reader asked for. */
  #mayRead({ socket, headers }: IncomingMessage): boolean {
    const [, given = ""] = /^Bearer (\S+)$/i.exec(headers.authorization ?? "") ?? [];
    if (this.#token !== undefined) return isSame(given, this.#token);
    const name = nameIn(`http://${headers.host}`);
    const isPublic = name === undefined || name === this.#publicName;
    const isHandedOn = Object.keys(headers).some((header) => handedOn.test(header));
    return isNearby(socket.remoteAddress) && !isPublic && !isHandedOn;
  }
}

const plain = "text/plain; charset=utf-8";
const handedOn = /^(?:x-forwarded-|cf-|(?:x-real-ip|forwarded|via)$)/;
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** The name of a machine in an address, without its port and the dot that may end it. */
function nameIn(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, "") : undefined;
}

function send(response: ServerResponse, status: number, type: string, body: string): true {
  response.writeHead(status, {
    ...{ "Content-Type": type, "Content-Length": Buffer.byteLength(body) },
    "Cache-Control": "no-store",
  });
  response.end(body);
  return true;
}

/** In a time that tells nothing of where two tokens differ. */
function isSame(given: string, token: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}
