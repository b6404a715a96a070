import { IncomingMessage, type IncomingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { askerHeader } from "../app/_http/allowance.ts";
import { believe, handOn } from "./outside-headers.ts";
import { readTrustedProxies } from "./trusted-proxies.ts";

const proxies = readTrustedProxies("203.0.113.1");

function requestFrom(remote: string, headers: IncomingHttpHeaders, method = "GET") {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: remote });
  return Object.assign(new IncomingMessage(socket), { headers, method });
}

function heard(headers: IncomingHttpHeaders, method?: string): IncomingHttpHeaders {
  const request = requestFrom("127.0.0.1", headers, method);
  handOn(request, "198.51.100.1");
  return request.headers;
}

test("who asks is told by us and by nobody else", () => {
  expect(heard({ [askerHeader]: "somebody" })).toEqual({ [askerHeader]: "198.51.100.1" });
});

test.each([
  ...[
    "x-middleware-subrequest",
    "x-middleware-prefetch",
    "x-middleware-set-cookie",
    "x-invoke-path",
  ],
  ...["x-invoke-status", "x-matched-path", "x-now-route-matches", "x-nextjs-data", "next-resume"],
  ...["x-next-revalidate-tag-token", "x-prerender-revalidate", "x-vercel-id", "x-original-url"],
  ...[
    "x-rewrite-url",
    "x-http-method-override",
    "x-forwarded-host",
    "x-forwarded-proto",
    "forwarded",
  ],
  ...[
    "next-hmr-refresh",
    "x-nextjs-html-request-id",
    "x-forwarded-for",
    "x-host",
    "next-test-fetch",
  ],
])("%s does not reach Next", (name) => {
  expect(heard({ [name]: "1" })).toEqual({ [askerHeader]: "198.51.100.1" });
});

test("what our own pages send does, and what browsers do", () => {
  const sent = {
    ...{ rsc: "1", "next-url": "/", "next-router-state-tree": "[]", "next-router-prefetch": "1" },
    ...{ accept: "text/html", cookie: "a=b", "x-request-id": "1" },
  };
  expect(heard({ ...sent })).toEqual({ ...sent, [askerHeader]: "198.51.100.1" });
});

test("an action is of the host that its page is of", () => {
  const sent = { origin: "https://tickmark.example", host: "127.0.0.1:3000" };
  expect(heard({ ...sent }, "POST")["x-forwarded-host"]).toBe("tickmark.example");
  expect(heard({ ...sent })["x-forwarded-host"]).toBeUndefined();
});

test("an origin that is no address is the door's to refuse, and breaks nothing", () => {
  expect(heard({ origin: "null" }, "POST")["x-forwarded-host"]).toBeUndefined();
});

test("only a trusted proxy says who asked, and by which name", () => {
  const sent = { "x-forwarded-host": "tickmark.example", "x-forwarded-for": "198.51.100.1" };
  const handed = requestFrom("::ffff:203.0.113.1", { ...sent });
  expect(believe(handed, proxies)).toBe("198.51.100.1");
  expect(handed.headers["x-forwarded-host"]).toBe("tickmark.example");
  const forged = requestFrom("198.51.100.9", { ...sent });
  expect(believe(forged, proxies)).toBe("198.51.100.9");
  expect(forged.headers["x-forwarded-host"]).toBeUndefined();
});
