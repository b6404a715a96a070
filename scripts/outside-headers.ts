import type { IncomingMessage } from "node:http";
import { askerHeader } from "../app/_http/allowance.ts";
import { askerAddress } from "./asker-address.ts";
import { isTrusted, type TrustedProxies } from "./trusted-proxies.ts";

/** What the scripts of our own pages send to Next. */
const ofOurPages: ReadonlySet<string> = new Set([
  ...["next-action", "next-router-state-tree", "next-router-prefetch"],
  ...["next-router-segment-prefetch", "next-url"],
]);

/**
 * By these Next, and what stands before a server, tell one another what to do: skip a step, answer for another address or method,
 * make a page anew. No cache has them in its key, so whoever sent one could have its answer kept for others.
 */
const betweenServers =
  /^(?:next-|x-next|x-middleware-|x-invoke-|x-matched-|x-now-|x-prerender-|x-vercel-|x-original-|x-rewrite-|x-http-method|x-method-override|x-forwarded-|forwarded$|x-real-ip$|x-host$|x-tickmark-)/;

/** Who asks, told to pages in a header of ours. What an untrusted machine says of the host it was asked by is not heard. */
export function believe(request: IncomingMessage, proxies: TrustedProxies): string {
  const { socket, headers } = request;
  const asker = askerAddress(socket.remoteAddress, headers["x-forwarded-for"], proxies);
  if (!isTrusted(proxies, socket.remoteAddress)) delete headers["x-forwarded-host"];
  return asker;
}

/**
 * Takes away what was only for this server, so that Next hears of a request what our own pages send and nothing else. The host of an
 * action is the one that the door found to be ours, whatever name a proxy asks us by: Next holds the origin against it.
 */
export function handOn({ method, headers }: IncomingMessage, asker: string): void {
  for (const name in headers) {
    if (betweenServers.test(name) && !ofOurPages.has(name)) Reflect.deleteProperty(headers, name);
  }
  headers[askerHeader] = asker;
  const { origin } = headers;
  if (method === "POST" && origin !== undefined && URL.canParse(origin))
    headers["x-forwarded-host"] = new URL(origin).host;
}
